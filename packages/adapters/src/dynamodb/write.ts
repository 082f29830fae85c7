import { randomUUID } from "node:crypto";
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  PutItemCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import type { Change } from "../ledger/items.ts";
import type { Attributes } from "./attributes.ts";
import { type ChangeInput, changeInput } from "./change-input.ts";
import type { Place } from "./place.ts";
import { ATTRIBUTES } from "./table.ts";

/**
 * Tries once to make all changes, or none where a condition does not hold.
 *
 * The client sends a request again when the answer to the first was lost, and may then be refused because of what it
 * wrote itself. What stands in the way therefore is looked at: an item signed by this writer means that all was written.
 *
 * @returns the places in the list whose conditions do not hold; empty when all was written
 */
export async function tryToWrite(
  place: Place,
  changes: readonly Change[],
  writer: string,
): Promise<readonly number[]> {
  const inputs = changes.map((change) => changeInput(place.table, change, writer));
  const [first] = inputs;
  if (first === undefined) return [];
  const isAlone = inputs.length === 1 && !("ConditionCheck" in first);
  const refusals = isAlone ? await changeOne(place, first) : await changeTogether(place, inputs);
  const isOurs = refusals.some(({ found }) => found?.[ATTRIBUTES.writer]?.S === writer);
  return isOurs ? [] : refusals.map(({ index }) => index);
}

/** A place in a list whose condition does not hold, and what was found there. */
interface Refusal {
  readonly index: number;
  readonly found: Attributes | undefined;
}

/** At half the price of a transaction. */
async function changeOne(
  { client }: Place,
  input: Exclude<ChangeInput, { ConditionCheck: unknown }>,
): Promise<Refusal[]> {
  try {
    if ("Delete" in input) await client.send(new DeleteItemCommand(input.Delete));
    else await client.send(new PutItemCommand(input.Put));
    return [];
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return [{ index: 0, found: error.Item }];
    throw error;
  }
}

async function changeTogether({ client }: Place, inputs: readonly ChangeInput[]): Promise<Refusal[]> {
  try {
    // DynamoDB knows a request by its token, for ten minutes, and does not do it twice.
    await client.send(
      new TransactWriteItemsCommand({ TransactItems: [...inputs], ClientRequestToken: randomUUID() }),
    );
    return [];
  } catch (error) {
    const reasons = (error instanceof TransactionCanceledException && error.CancellationReasons) || [];
    const refusals = reasons.flatMap(({ Code, Item }, index) =>
      Code === "ConditionalCheckFailed" ? [{ index, found: Item }] : [],
    );
    if (refusals.length === 0) throw error;
    return refusals;
  }
}

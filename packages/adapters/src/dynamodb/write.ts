import { randomUUID } from "node:crypto";
import {
  ConditionalCheckFailedException,
  PutItemCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import type { Put } from "../ledger/items.ts";
import type { Attributes } from "./attributes.ts";
import type { Place } from "./place.ts";
import { type PutInput, putInput } from "./put-input.ts";
import { ATTRIBUTES } from "./table.ts";

/**
 * Tries once to write all items, or none where a condition does not hold.
 *
 * The client sends a request again when the answer to the first was lost, and may then be refused because of what it
 * wrote itself. What stands in the way therefore is looked at: an item signed by this writer means that all was written.
 *
 * @returns the places in the list whose conditions do not hold; empty when all was written
 */
export async function tryToWrite(
  place: Place,
  puts: readonly Put[],
  writer: string,
): Promise<readonly number[]> {
  const inputs = puts.map((put) => putInput(place.table, put, writer));
  const [first] = inputs;
  if (first === undefined) return [];
  const refusals = inputs.length === 1 ? await putOne(place, first) : await putTogether(place, inputs);
  const isOurs = refusals.some(({ found }) => found?.[ATTRIBUTES.writer]?.S === writer);
  return isOurs ? [] : refusals.map(({ index }) => index);
}

/** A place in a list whose condition does not hold, and what was found there. */
interface Refusal {
  readonly index: number;
  readonly found: Attributes | undefined;
}

/** At half the price of a transaction. */
async function putOne({ client }: Place, input: PutInput): Promise<Refusal[]> {
  try {
    await client.send(new PutItemCommand(input));
    return [];
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return [{ index: 0, found: error.Item }];
    throw error;
  }
}

async function putTogether({ client }: Place, inputs: readonly PutInput[]): Promise<Refusal[]> {
  try {
    const TransactItems = inputs.map((Put) => ({ Put }));
    // DynamoDB knows a request by its token, for ten minutes, and does not do it twice.
    await client.send(new TransactWriteItemsCommand({ TransactItems, ClientRequestToken: randomUUID() }));
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

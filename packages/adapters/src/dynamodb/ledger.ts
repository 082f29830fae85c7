import { setTimeout } from "node:timers/promises";
import type { Ledger } from "@tagledger/core/ports";
import { type Stores, storesIn } from "../ledger/stores.ts";
import type { Waiting } from "./contention.ts";
import { dynamodbItems } from "./items.ts";
import type { Place } from "./place.ts";

const WAITING: Waiting = { random: Math.random, sleep: (milliseconds) => setTimeout(milliseconds) };

/**
 * A ledger in a DynamoDB table as {@link tableDefinition} describes it. Nothing is asked of AWS until the ledger is;
 * the client stays open when the ledger is closed.
 *
 * Whatever it is asked fails with outside-failure when the table is not there or not one of these, may not be used,
 * cannot be reached, or is asked too much for too long.
 *
 * @example const ledger = dynamodbLedger({ client: new DynamoDBClient({}), table: "tagledger" })
 */
export function dynamodbLedger(place: Place & { readonly waiting?: Waiting }): Ledger {
  return dynamodbStores(place).ledger;
}

/** The ledger in a DynamoDB table, and what is known of bills, which stands beside it. */
export function dynamodbStores({
  waiting = WAITING,
  ...place
}: Place & { readonly waiting?: Waiting }): Stores {
  return storesIn(dynamodbItems(place, waiting));
}

import type { Ledger } from "@tagledger/core/ports";
import { ledgerIn } from "../ledger/ledger.ts";
import { itemsIn, type Waitable } from "./items-in.ts";

/**
 * A ledger in a DynamoDB table as {@link tableDefinition} describes it. Nothing is asked of AWS until the ledger is;
 * the client stays open when the ledger is closed.
 *
 * Whatever it is asked fails with outside-failure when the table is not there or not one of these, may not be used,
 * cannot be reached, or is asked too much for too long.
 *
 * @example const ledger = dynamodbLedger({ client: new DynamoDBClient({}), table: "tagledger" })
 */
export function dynamodbLedger(place: Waitable): Ledger {
  return ledgerIn(itemsIn(place));
}

import { type Stores, storesIn } from "../ledger/stores.ts";
import { itemsIn, type Waitable } from "./items-in.ts";

/** The ledger in a DynamoDB table, and what is known of bills, snapshots, uploads and mail, which stands beside it. */
export function dynamodbStores(place: Waitable): Stores {
  return storesIn(itemsIn(place));
}

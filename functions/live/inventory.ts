import { awsInventory } from "@tagledger/adapters/aws/inventory/inventory";
import type { Inventory } from "@tagledger/core/ports";
import type { Environment } from "../environment.ts";
import { liveReach } from "./reach.ts";

/** What exists in accounts and regions of AWS. */
export function liveInventory(environment: Environment): (places: Environment["places"]) => Inventory {
  const { clientsFor } = liveReach(environment);
  const { explorerView } = environment;
  return (places) =>
    awsInventory({ clientsFor, places, ...(explorerView !== undefined && { explorerView }) });
}

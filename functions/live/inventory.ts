import { STSClient } from "@aws-sdk/client-sts";
import { clientsInAccounts } from "@tagledger/adapters/aws/accounts";
import { awsInventory } from "@tagledger/adapters/aws/inventory/inventory";
import type { Inventory } from "@tagledger/core/ports";
import type { Environment } from "../environment.ts";

/** What exists in accounts and regions of AWS: as we are in our own account, by our role in others. */
export function liveInventory({
  account,
  region,
  role,
  externalId,
  explorerView,
}: Environment): (places: Environment["places"]) => Inventory {
  const sts = async () => new STSClient({ region });
  const clientsFor = clientsInAccounts({ home: account, role, externalId, sts });
  return (places) =>
    awsInventory({ clientsFor, places, ...(explorerView !== undefined && { explorerView }) });
}

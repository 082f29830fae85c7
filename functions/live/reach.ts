import { STSClient } from "@aws-sdk/client-sts";
import { clientsInAccounts } from "@tagledger/adapters/aws/accounts";
import type { Reach } from "@tagledger/adapters/aws/inventory/look";
import type { Environment } from "../environment.ts";

/** How accounts are reached: our own as we are, others by our role. */
export function liveReach({ account, region, role, externalId, places }: Environment): Reach {
  const sts = async () => new STSClient({ region });
  return { clientsFor: clientsInAccounts({ home: account, role, externalId, sts }), places };
}

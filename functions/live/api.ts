import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { itemsIn } from "@tagledger/adapters/dynamodb/items-in";
import { snapshotRecordsIn } from "@tagledger/adapters/ledger/snapshots/records";
import { uploadRecordsIn } from "@tagledger/adapters/ledger/uploads/records";
import { authenticate } from "@tagledger/api/auth/authenticate";
import { signInAt } from "@tagledger/api/auth/sign-in";
import { type ApiHandler, apiHandler } from "@tagledger/api/handler";
import type { ApiSystem } from "@tagledger/api/system";
import type { Environment } from "../environment.ts";
import { once } from "../once.ts";
import type { System } from "../system.ts";

/** The API over the ledger's table, for those who are proven to be who they are. */
export function liveApi(
  { region, table }: Pick<Environment, "region" | "table">,
  { now, hash, prices, ledger, inForce }: System,
  log: ApiSystem["log"],
): ApiHandler {
  // Not all that stands in the table: what writes bills is much, and is not asked for here.
  const items = itemsIn({ client: new DynamoDBClient({ region }), table });
  const [snapshots, uploads] = [snapshotRecordsIn(items), uploadRecordsIn(items)];
  const text = once(async () => (await import("@tagledger/adapters/usage/files/handed-in")).handedInText());
  const config = async () => (await inForce()).config;
  return apiHandler({
    now,
    hash,
    prices,
    ledger,
    inForce,
    authenticate: authenticate({ config, fetch, now }),
    signIn: signInAt({ config, fetch }),
    snapshots: async () => snapshots,
    uploads: async () => ({ uploads, text: await text() }),
    log,
  });
}

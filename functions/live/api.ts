import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { dynamodbStores } from "@tagledger/adapters/dynamodb/stores";
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
  const stores = dynamodbStores({ client: new DynamoDBClient({ region }), table });
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
    snapshots: async () => stores.snapshots,
    uploads: async () => ({ uploads: stores.uploads, text: await text() }),
    log,
  });
}

import type { KindFacts } from "@tagledger/core/costs/attribution/kind";
import type { ChargeTable } from "./charges.ts";
import { type Database, literal, sqlFile } from "./database.ts";

/** Collects the resources that charges name which follow others, in the period and currency that are set. */
export async function collectFollowed(
  database: Database,
  charges: readonly ChargeTable[],
  followers: readonly KindFacts[],
): Promise<void> {
  await database.run("CREATE OR REPLACE TABLE followed_resources (resource VARCHAR)");
  if (followers.length === 0) return;
  const kinds = followers.map(
    ({ lineItemType, unusedCommitment, service, serviceName }) =>
      `(${literal(lineItemType)}, ${unusedCommitment}, ${literal(service)}, ${literal(serviceName)})`,
  );
  await database.run(
    `CREATE OR REPLACE TABLE follower_kinds AS
     SELECT * FROM (VALUES ${kinds.join(", ")}) AS kinds (line_item_type, unused_commitment, service, service_name)`,
  );
  for (const { view } of charges)
    await database.run(sqlFile("followed.sql").replace("FROM charges", `FROM ${view}`));
}

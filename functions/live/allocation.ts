import { setTimeout } from "node:timers/promises";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { s3Cells } from "@tagledger/adapters/cells/s3";
import { s3Deliveries } from "@tagledger/adapters/deliveries/s3";
import { openS3Client } from "@tagledger/adapters/deliveries/s3-client";
import { s3Fetcher } from "@tagledger/adapters/deliveries/s3-fetcher";
import { duckdbEngine } from "@tagledger/adapters/duckdb/engine";
import { dynamodbStores } from "@tagledger/adapters/dynamodb/stores";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { openUsageClients } from "@tagledger/adapters/usage/clients";
import { usageSources } from "@tagledger/adapters/usage/sources";
import type { Config } from "@tagledger/core/config/definition";
import { TagledgerError } from "@tagledger/core/errors";
import type { BillEnvironment } from "../bill-environment.ts";
import { placesOfBills } from "../bill-places.ts";
import type { Environment } from "../environment.ts";
import type { AllocationPorts } from "../system.ts";
import { MEMORY } from "./ingestion.ts";
import { workFolder } from "./work-folder.ts";

/** By what months are divided, with the sources of usage that a configuration names; what lies on a disk is not read. */
export async function liveAllocation(
  { region, table, cells, madePlace }: Pick<Environment, "region" | "table"> & BillEnvironment,
  config: Config,
): Promise<AllocationPorts> {
  const {
    bills: records,
    snapshots,
    uploads,
  } = dynamodbStores({ client: new DynamoDBClient({ region }), table });
  // Buckets of bills may be in another region, as billing is.
  const s3 = openS3Client({ region });
  const fetcher = s3Fetcher({ client: s3 });
  const folder = await workFolder(Date.now());
  return {
    records,
    snapshots,
    cells: s3Cells({ client: openS3Client({ region }), ...cells }),
    engine: duckdbEngine({ fetcher, folder, memory: MEMORY }),
    sources: await usageSources(config, {
      secret,
      fetch,
      now: Date.now,
      sleep: (milliseconds) => setTimeout(milliseconds),
      random: Math.random,
      clients: openUsageClients(),
      bills: {
        places: placesOfBills(config, madePlace),
        deliveries: async () => s3Deliveries({ client: s3 }),
        fetcher,
      },
      uploads,
      base: null,
      folder,
    }),
    hash: nodeHash,
    clock: Date.now,
  };
}

async function secret(name: string): Promise<string> {
  const value = process.env[name];
  if (value === undefined || value === "")
    throw new TagledgerError("bad-configuration", `the secret ${name} is not set`, { secret: name });
  return value;
}

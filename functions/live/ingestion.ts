import { CostExplorerClient } from "@aws-sdk/client-cost-explorer";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { awsCostAllocationTags } from "@tagledger/adapters/aws/cost-allocation-tags";
import { s3Cells } from "@tagledger/adapters/cells/s3";
import { s3Deliveries } from "@tagledger/adapters/deliveries/s3";
import { openS3Client } from "@tagledger/adapters/deliveries/s3-client";
import { s3Fetcher } from "@tagledger/adapters/deliveries/s3-fetcher";
import { duckdbEngine } from "@tagledger/adapters/duckdb/engine";
import { dynamodbStores } from "@tagledger/adapters/dynamodb/stores";
import { nodeHash } from "@tagledger/adapters/node/hash";
import type { IngestPorts } from "@tagledger/core/flows/ingest/request";
import type { BillEnvironment } from "../bill-environment.ts";
import type { Environment } from "../environment.ts";
import { workFolder } from "./work-folder.ts";

/** Billing is asked in one region, whatever it is about. */
const BILLING = "us-east-1";
/** What the engine may take of the function's memory; the rest is Node's. */
export const MEMORY = "1800MB";

/** By what bills in S3 are read on this machine's disk, and kept. */
export async function liveIngestion({
  region,
  table,
  cells,
}: Pick<Environment, "region" | "table"> & Pick<BillEnvironment, "cells">): Promise<IngestPorts> {
  const { ledger, bills } = dynamodbStores({ client: new DynamoDBClient({ region }), table });
  // Buckets of bills may be in another region, as billing is.
  const s3 = openS3Client({ region });
  return {
    deliveries: s3Deliveries({ client: s3 }),
    engine: duckdbEngine({
      fetcher: s3Fetcher({ client: s3 }),
      folder: await workFolder(Date.now()),
      memory: MEMORY,
    }),
    cells: s3Cells({ client: openS3Client({ region }), ...cells }),
    records: bills,
    ledger,
    hash: nodeHash,
    costAllocationTags: awsCostAllocationTags(new CostExplorerClient({ region: BILLING })),
  };
}

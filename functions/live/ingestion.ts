import { mkdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { CostExplorerClient } from "@aws-sdk/client-cost-explorer";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { costAllocationTags } from "@tagledger/adapters/aws/cost-allocation-tags";
import { s3Cells } from "@tagledger/adapters/cells/s3";
import { s3Deliveries } from "@tagledger/adapters/deliveries/s3";
import { s3Fetcher } from "@tagledger/adapters/deliveries/s3-fetcher";
import { duckdbEngine } from "@tagledger/adapters/duckdb/engine";
import type { Waiting } from "@tagledger/adapters/dynamodb/contention";
import { dynamodbItems } from "@tagledger/adapters/dynamodb/items";
import { billRecordsIn } from "@tagledger/adapters/ledger/bills/records";
import { nodeHash } from "@tagledger/adapters/node/hash";
import type { IngestPorts } from "@tagledger/core/flows/ingest";
import type { Ledger } from "@tagledger/core/ports";
import type { BillEnvironment } from "../bill-environment.ts";
import type { Environment } from "../environment.ts";

/** Billing is asked in one region, whatever it is about. */
const BILLING = "us-east-1";
const WAITING: Waiting = { random: Math.random, sleep: (milliseconds) => setTimeout(milliseconds) };

/** By what bills in S3 are read on this machine's disk, and kept. */
export async function liveIngestion(
  { region, table, cells }: Pick<Environment, "region" | "table"> & Pick<BillEnvironment, "cells">,
  ledger: Pick<Ledger, "resources">,
): Promise<IngestPorts> {
  const s3 = new S3Client({ region, followRegionRedirects: true });
  return {
    deliveries: s3Deliveries({ client: s3 }),
    engine: duckdbEngine({ fetcher: s3Fetcher({ client: s3 }), folder: await emptyFolder() }),
    cells: s3Cells({ client: new S3Client({ region }), ...cells }),
    records: billRecordsIn(dynamodbItems({ client: new DynamoDBClient({ region }), table }, WAITING)),
    ledger,
    hash: nodeHash,
    costAllocationTags: costAllocationTags(new CostExplorerClient({ region: BILLING })),
  };
}

/** A run that was killed leaves its files on the disk that the next one gets. */
async function emptyFolder(): Promise<string> {
  const folder = join(tmpdir(), "tagledger-bills");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  return folder;
}

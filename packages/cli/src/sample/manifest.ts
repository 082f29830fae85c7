import { COLUMNS } from "./columns.ts";
import { ACCOUNTS } from "./company/accounts.ts";
import type { Month } from "./month.ts";
import { HEX, type Random } from "./random.ts";

/** The name of the export that delivers the bill. */
export const EXPORT = "ml-showback";

/** Where the manifest is, from the folder of the delivery. */
export function manifestPath({ period }: Month): string {
  return `${EXPORT}/metadata/BILLING_PERIOD=${period}/${EXPORT}-Manifest.json`;
}

/** Where that part of the data is, from the folder of the delivery; parts are counted from 1. */
export function partPath({ period }: Month, part: number): string {
  return `${EXPORT}/data/BILLING_PERIOD=${period}/${EXPORT}-${String(part).padStart(5, "0")}.snappy.parquet`;
}

const TYPES = {
  VARCHAR: "string",
  DOUBLE: "double",
  TIMESTAMP: "timestamp_milliseconds",
  "MAP(VARCHAR, VARCHAR)": "map_string_string",
} as const;

/** The manifest of a CUR 2.0 export that was delivered in that many parts. */
export function createManifest(random: Random, month: Month, parts: number): string {
  const id = [8, 4, 4, 4, 12].map((length) => random.text(length, HEX)).join("-");
  const manifest = {
    exportArn: `arn:aws:bcm-data-exports:us-east-1:${ACCOUNTS.billing.id}:export/${EXPORT}-${id}`,
    executionId: `${month.period}-${random.text(12, HEX)}`,
    columns: COLUMNS.map(({ name, type }) => ({ name, type: TYPES[type] })),
    dataFiles: Array.from(
      { length: parts },
      (_, part) => `s3://quillmart-billing/exports/${partPath(month, part + 1)}`,
    ),
    additionalOutputFiles: [],
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

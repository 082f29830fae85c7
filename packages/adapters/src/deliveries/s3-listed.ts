import { s3ObjectOf } from "../aws/s3-object.ts";

/** How the places of a delivery go on below the folder of their export. */
const BELOW_EXPORT = [
  /^(.*?)(?:metadata|data)\/billing_period=[^/]*\//i,
  /^(.*?)\d{8}-\d{8}\//,
  /^(.*?)[^/]+\/year=\d{4}\//i,
];

/**
 * Where an object lies that a manifest lists by its key or URI: in the manifest's own bucket, and where the delivery was
 * copied to another prefix, below that one.
 *
 * @example placeOfListed("s3://ours/exports/cur2/data/BILLING_PERIOD=2026-09/a.parquet",
 *   "s3://copy/cur2/metadata/BILLING_PERIOD=2026-09/cur2-Manifest.json")
 * // "s3://copy/cur2/data/BILLING_PERIOD=2026-09/a.parquet"
 */
export function placeOfListed(location: string, manifest: string): string {
  const own = s3ObjectOf(manifest);
  const key = location.replace(/^s3:\/\/[^/]+\//, "");
  const from = exportFolder(key);
  const to = exportFolder(own.key);
  const moved = from === null || to === null ? key : `${to}${key.slice(from.length)}`;
  return `s3://${own.bucket}/${moved}`;
}

/** The prefix of all that an export delivers; null where the key does not tell it. */
function exportFolder(key: string): string | null {
  for (const below of BELOW_EXPORT) {
    const [, folder] = below.exec(key) ?? [];
    if (folder !== undefined) return folder;
  }
  return null;
}

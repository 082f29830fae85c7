import type { S3Client } from "@aws-sdk/client-s3";
import { eachAtOnce } from "./at-once.ts";
import type { ColumnChooser, PartFetcher } from "./fetcher.ts";
import { isThere, type LocalPart, localPart, putWhole } from "./local-part.ts";
import { piecesOf } from "./ranges.ts";
import { AT_ONCE, copyColumns } from "./s3-columns.ts";
import { type Copied, copyRange, RangeIgnored } from "./s3-copy.ts";
import { explainS3 } from "./s3-trouble.ts";

/** Less is sooner there as a whole. */
const WORTH_CHOOSING = 1024 * 1024;

/**
 * Brings parts from buckets: of a Parquet file the needed columns only, anything else whole; never bytes of two objects.
 *
 * @example await s3Fetcher({ client }).fetch(part, "/tmp/bill", (names) => names) // { path: "/tmp/bill/…", bytes: 812 }
 */
export function s3Fetcher({ client }: { readonly client: S3Client }): PartFetcher {
  return {
    async fetch(part, folder, columns) {
      const local = localPart(part, folder);
      const there = await foundThere(local, columns);
      if (there !== null) return { path: there, bytes: 0 };
      let bytes = 0;
      const count = (more: number) => {
        bytes += more;
      };
      const copying = { client, part, count };
      try {
        const some = await putWhole(folder, part.bytes, (file, path) =>
          fetchColumns({ ...copying, file }, path, local, columns),
        );
        const path =
          some ?? (await putWhole(folder, part.bytes, (file) => fetchWhole({ ...copying, file }, local)));
        return { path, bytes };
      } catch (error) {
        throw explainS3(error, part.place);
      }
    },
  };
}

async function foundThere(local: LocalPart, choose: ColumnChooser): Promise<string | null> {
  if (await isThere(local.whole)) return local.whole;
  const names = await local.names();
  if (names === null) return null;
  const some = local.withColumns(choose(names));
  return (await isThere(some)) ? some : null;
}

/** Null where the columns cannot be had without the rest. */
async function fetchColumns(
  copied: Copied,
  path: string,
  local: LocalPart,
  choose: ColumnChooser,
): Promise<string | null> {
  const { place, bytes } = copied.part;
  if (bytes < WORTH_CHOOSING || !/\.parquet$/i.test(place)) return null;
  try {
    const found = await copyColumns(copied, path, choose);
    if (found === null) return null;
    await local.remember(found.names);
    return local.withColumns(found.columns);
  } catch (error) {
    if (error instanceof RangeIgnored) return null;
    throw error;
  }
}

async function fetchWhole(copied: Copied, { whole }: LocalPart): Promise<string> {
  const all = { start: 0, end: copied.part.bytes };
  try {
    await eachAtOnce(piecesOf([all], all.end), AT_ONCE, (piece) => copyRange(copied, piece));
  } catch (error) {
    if (!(error instanceof RangeIgnored)) throw error;
    await copyRange(copied, all);
  }
  return whole;
}

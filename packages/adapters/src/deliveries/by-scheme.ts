import type { S3Client } from "@aws-sdk/client-s3";
import { badInput } from "@tagledger/core/errors";
import type { CellStore, Deliveries } from "@tagledger/core/ports/ingestion";
import { isS3 } from "../aws/s3-object.ts";
import { folderCells } from "../cells/folder.ts";
import { type DiskDeliveriesOptions, diskDeliveries } from "./disk.ts";
import { diskFetcher } from "./disk-fetcher.ts";
import type { PartFetcher } from "./fetcher.ts";

/** How S3 is reached; where it is left out, as the SDK finds it. */
export interface Reach {
  readonly client?: S3Client;
}

/**
 * Deliveries where a place is: in buckets, or on a disk.
 *
 * @example await (await deliveriesAt("s3://billing/exports", { periodsOf })).find("s3://billing/exports")
 */
export async function deliveriesAt(
  place: string,
  options: DiskDeliveriesOptions & Reach,
): Promise<Deliveries> {
  if (!isS3(place)) return diskDeliveries(options);
  const { s3Deliveries } = await import("./s3.ts");
  return s3Deliveries({ client: await clientOf(options) });
}

/** Brings parts to this machine from wherever they are. */
export function fetcherFor(reach: Reach = {}): PartFetcher {
  const disk = diskFetcher();
  let buckets: Promise<PartFetcher> | null = null;
  const open = async () => {
    const { s3Fetcher } = await import("./s3-fetcher.ts");
    return s3Fetcher({ client: await clientOf(reach) });
  };
  return {
    async fetch(part, folder, columns) {
      if (!isS3(part.place)) return disk.fetch(part, folder, columns);
      buckets ??= open();
      return (await buckets).fetch(part, folder, columns);
    },
  };
}

/**
 * Keeps cells at a place, `s3://BUCKET/PREFIX` or a folder; those that were kept elsewhere before are still opened and
 * removed there.
 */
export function cellsAt(place: string, reach: Reach = {}): CellStore {
  const folder = folderCells(place);
  let buckets: Promise<CellStore> | null = null;
  const open = async () => {
    const { s3Cells } = await import("../cells/s3.ts");
    const [bucket = "", ...prefix] = place.replace(/^s3:\/\//, "").split("/");
    if (bucket === "") throw badInput(`${place}: expected s3://BUCKET/PREFIX`, { value: place });
    const prefixed = prefix.filter((part) => part !== "").map((part) => `${part}/`);
    return s3Cells({ client: await clientOf(reach), bucket, prefix: prefixed.join("") });
  };
  const at = async (where: string) => {
    if (!isS3(where)) return folder;
    buckets ??= open();
    return buckets;
  };
  return {
    keep: async (version, files) => (await at(place)).keep(version, files),
    open: async (kept) => (await at(kept)).open(kept),
    remove: async (kept) => (await at(kept)).remove(kept),
  };
}

async function clientOf({ client }: Reach): Promise<S3Client> {
  if (client !== undefined) return client;
  const { openS3Client } = await import("./s3-client.ts");
  return openS3Client();
}

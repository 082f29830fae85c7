import type { S3Client } from "@aws-sdk/client-s3";
import type { TrailItem } from "@tagledger/core/ports";
import { eachAtOnce } from "../../deliveries/at-once.ts";
import { diskTrail } from "../../trail/disk.ts";
import { pathsOf } from "../files/paths.ts";
import type { Span } from "../hours.ts";
import { asFile } from "../s3/object-file.ts";
import { trailFiles } from "./s3-logs.ts";

/** So many logs are under way at once. */
const AT_ONCE = 8;

/** Where the logs of a trail lie. */
export type TrailPlace =
  | { readonly path: string; readonly base: string }
  | { readonly s3: string; readonly client: S3Client; readonly folder: string };

/** Hands over all that logs hold that may tell of a time, in no order. */
export async function eachItem(
  place: TrailPlace,
  asked: Span,
  take: (item: TrailItem) => Promise<void>,
): Promise<void> {
  if ("path" in place) {
    const paths = await pathsOf(place.path, place.base);
    for await (const item of diskTrail().read(paths)) await take(item);
    return;
  }
  const files = await trailFiles(place.client, place.s3, asked);
  await eachAtOnce(files, AT_ONCE, (file) =>
    asFile(place, file, async (path) => {
      for await (const item of diskTrail().read([path])) {
        await take({ ...item, place: item.place.replace(path, file.place) });
      }
    }),
  );
}

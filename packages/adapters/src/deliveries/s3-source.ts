import { GetObjectCommand, HeadObjectCommand, ListObjectsV2Command, type S3Client } from "@aws-sdk/client-s3";
import { badInput } from "@tagledger/core/errors";
import { s3ObjectOf } from "../aws/s3-object.ts";
import { nodeHash } from "../node/hash.ts";
import { isManifest } from "./manifest-place.ts";
import { placeOfListed } from "./s3-listed.ts";
import { explainS3, statusOf } from "./s3-trouble.ts";
import type { DeliverySource, StoredFile } from "./source.ts";

/** Deliveries in buckets; places are `s3://bucket/key`. */
export function s3Source(client: S3Client): DeliverySource {
  return {
    async list(place) {
      const one = isManifest(place) ? await look(place) : null;
      if (one !== null) return [one];
      const below = await list(place.replace(/\/*$/, "/"));
      if (below.length > 0 || !/^s3:\/\/[^/]+\/.*[^/]$/.test(place)) return below;
      const object = await look(place);
      return object === null ? [] : [object];
    },
    look,
    async read(place) {
      const { bucket, key } = s3ObjectOf(place);
      try {
        const asked = new GetObjectCommand({ Bucket: bucket, Key: key });
        const { Body } = await client.send(asked);
        const text = (await Body?.transformToString("utf-8")) ?? "";
        // Not its ETag: a legacy report writes the same manifest to two places, and keys encrypt each in its own way.
        return { text, tag: nodeHash.sha256(text) };
      } catch (error) {
        if (isMissing(error)) return null;
        throw explainS3(error, place);
      }
    },
    listed: async (location, manifest) => placeOfListed(location, manifest),
    async periodsOf(place) {
      const message = `${place}: no manifest lists this object; in a bucket a bill is what a manifest lists`;
      throw badInput(message, { file: place });
    },
  };

  async function look(place: string): Promise<StoredFile | null> {
    const { bucket, key } = s3ObjectOf(place);
    try {
      const asked = new HeadObjectCommand({ Bucket: bucket, Key: key });
      const { ETag, ContentLength, LastModified } = await client.send(asked);
      return stored(place, { ETag, Size: ContentLength, LastModified });
    } catch (error) {
      if (isMissing(error)) return null;
      throw explainS3(error, place);
    }
  }

  async function list(place: string): Promise<StoredFile[]> {
    const [, bucket, prefix] = /^s3:\/\/([^/]+)\/(.*)$/.exec(place) ?? [];
    if (bucket === undefined || prefix === undefined) {
      throw badInput(`${place}: expected s3://BUCKET/PREFIX`, { value: place });
    }
    const found: StoredFile[] = [];
    let token: string | undefined;
    do {
      const asked = new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ContinuationToken: token });
      const page = await client.send(asked).catch((error: unknown) => {
        throw explainS3(error, place);
      });
      for (const { Key = "", ...object } of page.Contents ?? []) {
        if (!Key.endsWith("/")) found.push(stored(`s3://${bucket}/${Key}`, object));
      }
      token = page.NextContinuationToken;
    } while (token !== undefined);
    return found;
  }
}

/** What S3 says of an object, whichever call it answers. */
interface Said {
  readonly ETag?: string | undefined;
  readonly Size?: number | undefined;
  readonly LastModified?: Date | undefined;
}

function stored(place: string, { ETag = "", Size = 0, LastModified }: Said): StoredFile {
  return { place, tag: ETag, bytes: Size, writtenAt: LastModified?.getTime() ?? 0 };
}

/** Whether an object is not there; a bucket that is not there is another matter. */
function isMissing(error: unknown): boolean {
  return statusOf(error) === 404 && !(error instanceof Error && error.name === "NoSuchBucket");
}

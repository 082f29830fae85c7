import {
  ListMultipartUploadsCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandInput,
  type ListObjectVersionsCommandOutput,
  type ObjectVersion,
  type S3Client,
} from "@aws-sdk/client-s3";
import { explainS3 } from "../../deliveries/s3-trouble.ts";
import { s3PlaceOf } from "../s3/place.ts";

/**
 * All versions of all objects at a place in a bucket, a page at a time; marks of deletions are left out.
 *
 * @throws outside-failure where the listing breaks off, bad-input where there is no such bucket
 */
export async function* versionsAt(client: S3Client, place: string): AsyncGenerator<readonly ObjectVersion[]> {
  const { bucket, prefix } = s3PlaceOf(place);
  let after: Pick<ListObjectVersionsCommandInput, "KeyMarker" | "VersionIdMarker"> | null = {};
  while (after !== null) {
    const asked: ListObjectVersionsCommand = new ListObjectVersionsCommand({
      Bucket: bucket,
      Prefix: prefix,
      ...after,
    });
    const page: ListObjectVersionsCommandOutput = await client.send(asked).catch((error: unknown) => {
      throw explainS3(error, place);
    });
    yield page.Versions ?? [];
    const { NextKeyMarker: KeyMarker, NextVersionIdMarker: VersionIdMarker } = page;
    after =
      page.IsTruncated === true && KeyMarker !== undefined
        ? { KeyMarker, ...(VersionIdMarker !== undefined && { VersionIdMarker }) }
        : null;
  }
}

/** How many uploads at a place are not complete; null where nobody tells us. */
export async function incompleteUploads(client: S3Client, place: string): Promise<string | null> {
  const { bucket, prefix } = s3PlaceOf(place);
  const asked = new ListMultipartUploadsCommand({ Bucket: bucket, Prefix: prefix });
  const answered = await client.send(asked).catch(() => null);
  if (answered === null) return null;
  const count = answered.Uploads?.length ?? 0;
  return answered.IsTruncated === true ? `more than ${count}` : String(count);
}

import { GetObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { TagledgerError } from "@tagledger/core/errors";
import type { Configurations, Hash, Published } from "@tagledger/core/ports";
import { publishedFrom } from "../configuration/published.ts";

/** Where a configuration is published. */
export interface ConfigurationObject {
  readonly client: S3Client;
  readonly bucket: string;
  readonly key: string;
  readonly hash: Hash;
}

/** What is in force, and the version of the object that it was read from. */
interface Known {
  readonly tag: string | undefined;
  readonly published: Published;
}

/**
 * The configuration in an object of S3. It is asked for each time, and read only where it changed.
 *
 * @throws bad-configuration, on asking, where it is not there or does not hold together; outside-failure where S3 cannot
 * be reached
 * @example s3Configurations({ client, bucket: "tagledger", key: "tagledger.yaml", hash: nodeHash })
 */
export function s3Configurations({ client, bucket, key, hash }: ConfigurationObject): Configurations {
  const name = `s3://${bucket}/${key}`;
  let known: Known | null = null;
  return {
    async current() {
      const changed = await changedSince(known);
      if (changed !== null) known = changed;
      if (known === null)
        throw new TagledgerError("outside-failure", `${name}: S3 gave nothing`, { file: name });
      return known.published;
    },
  };

  /** What is there now; null where it is what is known. */
  async function changedSince(last: Known | null): Promise<Known | null> {
    const got = await get(last?.tag);
    if (got === null) return null;
    return { tag: got.tag, published: await publishedFrom({ text: got.text, name }, hash) };
  }

  async function get(tag: string | undefined) {
    try {
      const { Body, ETag } = await client.send(
        new GetObjectCommand({ Bucket: bucket, Key: key, ...(tag !== undefined && { IfNoneMatch: tag }) }),
      );
      return { text: (await Body?.transformToString("utf-8")) ?? "", tag: ETag };
    } catch (error) {
      // The SDK takes every status that is not of the 200s for an error.
      if (statusOf(error) === 304) return null;
      throw explained(error);
    }
  }

  function explained(error: unknown): TagledgerError {
    const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    if (error instanceof Error && ["NoSuchKey", "NoSuchBucket"].includes(error.name)) {
      const message = `${name}: there is no such configuration; publish one there`;
      return new TagledgerError("bad-configuration", message, { file: name }, { cause: error });
    }
    const message = `${name}: the configuration cannot be reached (${said})`;
    return new TagledgerError("outside-failure", message, { file: name }, { cause: error });
  }
}

function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("$metadata" in error)) return undefined;
  const metadata = error.$metadata as { readonly httpStatusCode?: number };
  return metadata.httpStatusCode;
}

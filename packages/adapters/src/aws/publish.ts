import { PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { TagledgerError } from "@tagledger/core/errors";
import type { Publisher } from "@tagledger/core/ports";

/** Where a configuration is published to. */
export interface PublisherObject {
  readonly client: S3Client;
  readonly bucket: string;
  readonly key: string;
}

/**
 * Publishes a configuration as an object of S3; where the bucket keeps versions, those before stay.
 *
 * @example await s3Publisher({ client, bucket: "tagledger", key: "tagledger.yaml" }).publish(text)
 * // "s3://tagledger/tagledger.yaml, version 3HL4kqtJvjVBH40Nrjfkd"
 */
export function s3Publisher({ client, bucket, key }: PublisherObject): Publisher {
  const name = `s3://${bucket}/${key}`;
  return {
    async publish(text) {
      try {
        const { VersionId } = await client.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: key,
            Body: text,
            ContentType: "application/yaml; charset=utf-8",
          }),
        );
        return VersionId === undefined ? name : `${name}, version ${VersionId}`;
      } catch (cause) {
        const said = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
        throw new TagledgerError(
          "outside-failure",
          `${name}: the configuration cannot be written (${said})`,
          { file: name },
          { cause },
        );
      }
    },
  };
}

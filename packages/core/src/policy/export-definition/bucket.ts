import { EXPORTS_REGION } from "./definition.ts";

/** Who writes exports; the second one is named wherever AWS documents the policy. */
const WRITERS = ["bcm-data-exports.amazonaws.com", "billingreports.amazonaws.com"];

/**
 * What the policy of a bucket must allow so that exports of an account are delivered into it. A check is written at the
 * root of the bucket, so that a prefix alone would not do.
 *
 * @param bucket the ARN of the bucket
 * @param object the ARN of everything in it
 * @param sources what the ARNs of the account's exports and reports look like
 */
export function deliveryStatement(
  {
    bucket,
    object,
    account,
  }: { readonly bucket: unknown; readonly object: unknown; readonly account: unknown },
  sources: readonly unknown[],
) {
  return {
    Sid: "ExportsOfThisAccount",
    Effect: "Allow",
    Principal: { Service: WRITERS },
    Action: ["s3:PutObject", "s3:GetBucketPolicy"],
    Resource: [bucket, object],
    Condition: { StringEquals: { "aws:SourceAccount": account }, ArnLike: { "aws:SourceArn": sources } },
  };
}

/** What the ARNs of exports and reports of an account look like. */
export function sourceArns(partition: string, account: string): readonly string[] {
  const arn = (service: string, resource: string) =>
    `arn:${partition}:${service}:${EXPORTS_REGION}:${account}:${resource}/*`;
  return [arn("bcm-data-exports", "export"), arn("cur", "definition")];
}

/** What the policy of a bucket must say so that nobody reaches it in clear. */
export function onlyOverTls({ bucket, object }: { readonly bucket: unknown; readonly object: unknown }) {
  return {
    Sid: "OnlyOverTls",
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [bucket, object],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
}

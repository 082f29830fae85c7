import { equals, HERE, ref, sub } from "../stack-set/call.ts";
import type { Resource, Template } from "../stack-set/template.ts";
import { deliveryStatement, onlyOverTls, sourceArns } from "./bucket.ts";
import { EXPORTS_REGION, type ExportDefinition, exportBody } from "./definition.ts";

/** A resource that outlives its stack. */
interface Kept extends Resource {
  readonly DeletionPolicy: "Retain";
  readonly UpdateReplacePolicy: "Retain";
}

const HOLDS_BUCKET = "HoldsBucket";
const HOLDS_EXPORT = "HoldsExport";
const ACCOUNT = `\${AWS::AccountId}`;
const PARTITION = `\${AWS::Partition}`;

/**
 * The template of an export and of the bucket that it is delivered into, which tells EventBridge of every manifest. Where
 * the bucket is in another region than exports are, a stack in each of the two regions holds its part, the bucket first.
 *
 * @param makesBucket whether the bucket is not there yet
 * @param tags our own tags
 */
export function exportTemplate(
  definition: ExportDefinition,
  { makesBucket, tags }: { readonly makesBucket: boolean; readonly tags: Readonly<Record<string, string>> },
): Template {
  const { name, region } = definition;
  const isSplit = makesBucket && region !== EXPORTS_REGION;
  const bucket = definition.bucket ?? sub(`tagledger-bills-${ACCOUNT}`);
  const labels = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  const tagged = labels.length > 0 && { Tags: labels };
  return {
    AWSTemplateFormatVersion: "2010-09-09",
    Description: `The export ${name}: what Tagledger reads of the bill.`,
    Parameters: {},
    Conditions: isSplit
      ? {
          [HOLDS_BUCKET]: equals(HERE.region, region),
          [HOLDS_EXPORT]: equals(HERE.region, EXPORTS_REGION),
        }
      : {},
    Resources: {
      ...(makesBucket && bucketResources(bucket, tagged, isSplit && { Condition: HOLDS_BUCKET })),
      Export: {
        Type: "AWS::BCMDataExports::Export",
        ...(isSplit && { Condition: HOLDS_EXPORT }),
        // The policy is looked at when the export is made.
        ...(makesBucket && !isSplit && { DependsOn: "BillsPolicy" }),
        Properties: { Export: exportBody(definition, bucket), ...tagged },
      },
    },
    Outputs: {
      Place: { Description: "What tagledger.yaml says under bills.", Value: placeOf(definition) },
    },
  };
}

function placeOf({ bucket, prefix, name }: ExportDefinition): unknown {
  if (bucket !== null) return `s3://${bucket}/${prefix}/${name}`;
  return sub(`s3://tagledger-bills-${ACCOUNT}/${prefix}/${name}`);
}

function bucketResources(
  bucket: unknown,
  tagged: object | false,
  condition: { readonly Condition: string } | false,
): Readonly<Record<string, Resource>> {
  const arn = { "Fn::GetAtt": ["Bills", "Arn"] };
  const arns = { bucket: arn, object: { "Fn::Sub": [`\${Bucket}/*`, { Bucket: arn }] } };
  const kept: Kept = {
    Type: "AWS::S3::Bucket",
    DeletionPolicy: "Retain",
    UpdateReplacePolicy: "Retain",
    ...condition,
    Properties: {
      BucketName: bucket,
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } }],
      },
      OwnershipControls: { Rules: [{ ObjectOwnership: "BucketOwnerEnforced" }] },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      LifecycleConfiguration: {
        Rules: [
          {
            Id: "unfinished",
            Status: "Enabled",
            AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
          },
        ],
      },
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
      ...tagged,
    },
  };
  const policy: Resource = {
    Type: "AWS::S3::BucketPolicy",
    ...condition,
    Properties: {
      Bucket: ref("Bills"),
      PolicyDocument: {
        Version: "2012-10-17",
        Statement: [
          deliveryStatement({ ...arns, account: HERE.account }, sourceArns(PARTITION, ACCOUNT).map(sub)),
          onlyOverTls(arns),
        ],
      },
    },
  };
  return { Bills: kept, BillsPolicy: policy };
}

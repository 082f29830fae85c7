import { tableDefinition, timeToLive } from "@tagledger/adapters/dynamodb/table";
import { ofType } from "../graph/function-of.ts";
import type { App, Resource } from "../graph/types.ts";
import type { Check } from "./check.ts";
import { deniesWithoutTls } from "./tls.ts";

type Flag = { readonly enabled?: boolean } | undefined;

/** Tables outlive mistakes. */
export const tablesOutliveMistakes: Check = ({ app, ...graph }) =>
  ofType({ app, ...graph }, "aws:dynamodb/table:Table").flatMap(({ name, inputs }) => [
    ...((inputs.serverSideEncryption as Flag)?.enabled
      ? []
      : [`${name} is not encrypted by a key of the account`]),
    ...((inputs.pointInTimeRecovery as Flag)?.enabled
      ? []
      : [`${name} cannot be restored to a point in time`]),
    ...(inputs.billingMode === "PAY_PER_REQUEST" ? [] : [`${name} is not paid by request`]),
    ...(isTriedOut(app) || inputs.deletionProtectionEnabled === true
      ? []
      : [`${name} of ${app.stage} can be deleted`]),
  ]);

/** The table of the ledger is the one that the ledger was tested with. */
export const tableIsTheLedgers: Check = (graph) =>
  ofType(graph, "aws:dynamodb/table:Table")
    .filter((table) => JSON.stringify(shapeOf(table)) !== JSON.stringify(wantedShape()))
    .map((table) => `${table.name} has other keys than the ledger: ${JSON.stringify(shapeOf(table))}`);

/** Buckets keep old versions for a while, and are closed. */
export const bucketsAreClosed: Check = (graph) =>
  ofType(graph, "aws:s3/bucket:Bucket").flatMap((bucket) => {
    const { name, arn } = bucket;
    const of = (type: string) => ofType(graph, type).filter(({ inputs }) => inputs.bucket === bucket.id);
    const [block] = of("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock");
    const [versioning] = of("aws:s3/bucketVersioning:BucketVersioning");
    const policies = of("aws:s3/bucketPolicy:BucketPolicy");
    const [lifecycle] = of("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration");
    const blocks = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"];
    const because = [block, versioning, lifecycle, ...policies].map((each) => each?.name);
    return [
      ...blocks.filter((each) => block?.inputs[each] !== true).map((each) => `does not ${each}`),
      ...(JSON.stringify(versioning?.inputs ?? {}).includes('"Enabled"') ? [] : ["keeps no versions"]),
      ...(/"noncurrentDays":\d+/.test(JSON.stringify(lifecycle?.inputs ?? {}))
        ? []
        : ["keeps old versions for ever"]),
      ...(policies.some((policy) => deniesWithoutTls(policy, [`${arn}`, `${arn}/*`]))
        ? []
        : ["can be reached without TLS"]),
      ...(!isTriedOut(graph.app) && bucket.inputs.forceDestroy === true ? ["goes with all it holds"] : []),
    ].map((what) => `${name} (${because}) ${what}`);
  });

/** What holds what nobody can make again, by their logical names: under another name, a new and empty one would be made. */
const STATEFUL = [
  "aws:dynamodb/table:Table LedgerTable",
  "aws:s3/bucket:Bucket CellsBucket",
  "aws:s3/bucket:Bucket ConfigBucket",
];
/** What AWS can deliver again, and a configuration may have delivered elsewhere; and what is built anew with each deployment. */
const REPLACEABLE = ["aws:s3/bucket:Bucket BillDeliveriesBucket", "aws:s3/bucket:Bucket PageFilesBucket"];

/** What nobody can make again is neither removed with its stage, nor replaced. */
export const whatIsKnownIsKept: Check = (graph) => {
  const { app } = graph;
  const nameOf = ({ type, name }: Resource) => `${type} ${name}`;
  const all = [...ofType(graph, "aws:dynamodb/table:Table"), ...ofType(graph, "aws:s3/bucket:Bucket")];
  const known = all.filter((each) => !REPLACEABLE.includes(nameOf(each)));
  return [
    ...(isTriedOut(app) || (app.removal?.startsWith("retain") && app.protect === true)
      ? []
      : [`${app.name}: ${app.stage} can be removed`]),
    ...STATEFUL.filter((name) => !known.map(nameOf).includes(name)).map((name) => `${name} is gone`),
    ...known
      .filter((each) => !STATEFUL.includes(nameOf(each)))
      .map(({ name }) => `${name} holds what nobody looks after`),
    ...known
      .filter(({ isProtected }) => isProtected === isTriedOut(app))
      .map(
        ({ name, isProtected }) => `${name} is ${isProtected ? "kept though tried out" : "not protected"}`,
      ),
  ];
};

/** Whether a stage is one that may go again. */
function isTriedOut({ stage }: App): boolean {
  return ["dev", "test"].includes(stage) || /^(dev|test|pr)-/.test(stage);
}

function shapeOf({ inputs }: Resource) {
  const attributes = inputs.attributes as readonly { name: string; type: string }[];
  const indexes = (inputs.globalSecondaryIndexes ?? []) as readonly Record<string, unknown>[];
  return {
    attributes: attributes.map(({ name, type }) => `${name}:${type}`).sort(),
    keys: [inputs.hashKey, inputs.rangeKey],
    indexes: indexes
      .map(({ name, hashKey, rangeKey, projectionType, nonKeyAttributes }) => [
        name,
        hashKey,
        rangeKey,
        projectionType,
        nonKeyAttributes,
      ])
      .sort(),
    expires: inputs.ttl,
  };
}

function wantedShape() {
  const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes } = tableDefinition("ledger");
  return {
    attributes: AttributeDefinitions.map((each) => `${each.AttributeName}:${each.AttributeType}`).sort(),
    keys: KeySchema.map(({ AttributeName }) => AttributeName),
    indexes: GlobalSecondaryIndexes.map(({ IndexName, KeySchema: keys, Projection }) => [
      IndexName,
      ...keys.map(({ AttributeName }) => AttributeName),
      Projection.ProjectionType,
      Projection.NonKeyAttributes,
    ]).sort(),
    expires: { attributeName: timeToLive("ledger").TimeToLiveSpecification.AttributeName, enabled: true },
  };
}

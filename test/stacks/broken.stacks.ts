import { beforeAll, describe, expect, test } from "vitest";
import { CHECKS } from "./checks/all.ts";
import type { Graph, Resource } from "./graph/types.ts";
import { graphOf } from "./scenarios.ts";

type Inputs = Record<string, unknown>;
/** Breaks something of a resource; null where there is nothing to break. */
type Break = (inputs: Inputs, graph: Graph) => Inputs | null;

let graph: Graph;
beforeAll(async () => {
  graph = await graphOf("one account, acting");
});

const without =
  (name: string): Break =>
  ({ [name]: had, ...left }) =>
    had === undefined ? null : left;
const set =
  (values: Inputs): Break =>
  (inputs) => ({ ...inputs, ...values });
/** Changes the text of a policy. */
const policy =
  (from: string | RegExp, to: string): Break =>
  (inputs) => {
    const text = String(inputs.policy).replace(from, to);
    return text === inputs.policy ? null : { ...inputs, policy: text };
  };
const inline =
  (statement: object): Break =>
  (inputs) => ({
    ...inputs,
    inlinePolicies: [
      ...(inputs.inlinePolicies as object[]),
      { name: "more", policy: JSON.stringify({ Version: "2012-10-17", Statement: [statement] }) },
    ],
  });
const trust = (Principal: unknown): Break =>
  set({
    assumeRolePolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal }],
    }),
  });
const told =
  (change: (variables: Record<string, string>) => Record<string, string>): Break =>
  (inputs) => {
    const { variables } = inputs.environment as { variables: Record<string, string> };
    return { ...inputs, environment: { variables: change(variables) } };
  };

const TYPES = {
  alarm: "aws:cloudwatch/metricAlarm:MetricAlarm",
  block: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
  bucket: "aws:s3/bucket:Bucket",
  bucketPolicy: "aws:s3/bucketPolicy:BucketPolicy",
  function: "aws:lambda/function:Function",
  invoked: "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
  lifecycle: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  log: "aws:cloudwatch/logGroup:LogGroup",
  mapping: "aws:lambda/eventSourceMapping:EventSourceMapping",
  queue: "aws:sqs/queue:Queue",
  queuePolicy: "aws:sqs/queuePolicy:QueuePolicy",
  reach: "aws:iam/policy:Policy",
  role: "aws:iam/role:Role",
  rule: "aws:cloudwatch/eventRule:EventRule",
  schedule: "aws:scheduler/schedule:Schedule",
  table: "aws:dynamodb/table:Table",
  target: "aws:cloudwatch/eventTarget:EventTarget",
  topicPolicy: "aws:sns/topicPolicy:TopicPolicy",
  versioning: "aws:s3/bucketVersioning:BucketVersioning",
} as const;

/** Everything that can be broken, on every resource of its type. */
const BREAKS: readonly (readonly [what: string, type: keyof typeof TYPES, how: Break])[] = [
  ["may do everything", "role", inline({ Effect: "Allow", Action: "*", Resource: "*" })],
  ["may do all of a service", "role", inline({ Effect: "Allow", Action: ["s3:*"], Resource: "*" })],
  ["may do all but something", "role", inline({ Effect: "Allow", NotAction: "iam:*", Resource: "*" })],
  ["is trusted to its account", "role", trust({ AWS: "arn:aws:iam::111122223333:root" })],
  [
    "is trusted to its account besides",
    "role",
    trust({ Service: "lambda.amazonaws.com", AWS: "111122223333" }),
  ],
  ["is trusted to anyone", "role", trust("*")],
  ["is called as nobody of ours is", "role", set({ name: "lambda-role" })],
  ["has a name that is too long", "role", set({ name: `tagledger-production-${"x".repeat(50)}` })],
  ["allows what it does not name", "reach", policy(/"Action":\["[^"]+"/, '"Action":["ec2:*"')],
  ["is open to anyone", "queuePolicy", policy("Deny", "Allow")],
  ["is reached without TLS", "queuePolicy", policy("aws:SecureTransport", "aws:ViaAWSService")],
  ["lets in the rules of others", "queuePolicy", policy(/"aws:Source(Arn|Account)"/g, '"aws:Other"')],
  ["lets in no rule", "queuePolicy", policy("events.amazonaws.com", "s3.amazonaws.com")],
  ["lets in alarms of anyone", "topicPolicy", policy("aws:SourceAccount", "aws:Other")],
  ["is open to anyone", "topicPolicy", policy("Deny", "Allow")],
  ["is reached without TLS", "bucketPolicy", policy("false", "true")],
  ["is not blocked", "block", set({ blockPublicPolicy: false })],
  ["is not versioned", "versioning", set({ versioningConfiguration: { status: "Suspended" } })],
  ["never expires", "lifecycle", set({ rules: [] })],
  ["goes with all it holds", "bucket", set({ forceDestroy: true })],
  ["is not encrypted", "queue", set({ sqsManagedSseEnabled: false })],
  ["redrives nothing", "queue", without("redrivePolicy")],
  [
    "keeps dead letters for hours",
    "queue",
    (inputs) => ("messageRetentionSeconds" in inputs ? { ...inputs, messageRetentionSeconds: 3600 } : null),
  ],
  [
    "hands out again too early",
    "queue",
    (inputs) => ("redrivePolicy" in inputs ? { ...inputs, visibilityTimeoutSeconds: 60 } : null),
  ],
  ["fails a batch for one of it", "mapping", set({ functionResponseTypes: [] })],
  ["takes all at once", "mapping", without("scalingConfig")],
  ["is off", "rule", set({ state: "DISABLED" })],
  ["is longer than EventBridge takes", "rule", set({ eventPattern: "x".repeat(2049) })],
  ["leads nowhere", "target", set({ rule: "another" })],
  ["drops what it cannot deliver", "target", without("deadLetterConfig")],
  ["leads where it may not", "target", set({ arn: "arn:aws:sqs:eu-central-1:111122223333:another" })],
  [
    "drops what it cannot deliver",
    "schedule",
    (inputs) => ({ ...inputs, target: { ...(inputs.target as object), deadLetterConfig: undefined } }),
  ],
  ["drops runs that fail", "invoked", without("destinationConfig")],
  ["is tried again for hours", "invoked", without("maximumEventAgeInSeconds")],
  ["is not encrypted", "table", without("serverSideEncryption")],
  ["cannot be restored", "table", set({ pointInTimeRecovery: { enabled: false } })],
  ["can be deleted", "table", set({ deletionProtectionEnabled: false })],
  ["has other keys", "table", set({ rangeKey: "sort" })],
  ["keeps everything", "table", without("ttl")],
  [
    "has no index",
    "table",
    (inputs) => ({
      ...inputs,
      globalSecondaryIndexes: (inputs.globalSecondaryIndexes as unknown[]).slice(1),
    }),
  ],
  ["runs on x86", "function", set({ architectures: ["x86_64"] })],
  ["runs on an old Node", "function", set({ runtime: "nodejs22.x" })],
  ["is not traced", "function", without("tracingConfig")],
  ["logs text", "function", set({ loggingConfig: { logFormat: "Text" } })],
  ["is told something that it does not read", "function", told((all) => ({ ...all, TAGLEDGER_OTHER: "1" }))],
  ["is told what is Lambda's", "function", told((all) => ({ ...all, AWS_REGION: "eu-central-1" }))],
  ["is not told its table", "function", told(({ TAGLEDGER_TABLE: _, ...all }) => all)],
  ["is told a wrong place", "function", told((all) => ({ ...all, TAGLEDGER_PLACES: "here" }))],
  [
    "is not told the secret",
    "function",
    (inputs, all) =>
      inputs.name === "tagledger-production-on-due"
        ? told(({ SLACK_WEBHOOK: _, ...left }) => left)(inputs, all)
        : null,
  ],
  ["keeps its logs for ever", "log", without("retentionInDays")],
  ["reaches nobody", "alarm", set({ alarmActions: [] })],
  ["says nothing", "alarm", without("alarmDescription")],
  [
    "takes silence wrongly",
    "alarm",
    (inputs) => ({
      ...inputs,
      treatMissingData: inputs.treatMissingData === "breaching" ? "notBreaching" : "breaching",
    }),
  ],
];

/** What the checks say, by the names of resources. */
function problemsOf(broken: Graph): readonly string[] {
  return Object.values(CHECKS).flatMap((check) => {
    try {
      return check(broken);
    } catch (error) {
      return [error instanceof Error ? error.message : String(error)];
    }
  });
}

const replaced = (one: Resource, by: Resource): Graph => ({
  ...graph,
  resources: graph.resources.map((each) => (each === one ? by : each)),
});

describe("a deployment is refused", () => {
  test.each(BREAKS)("that %s: any %s", (_, kind, how) => {
    const all = graph.resources.filter(({ type }) => type === TYPES[kind]);
    const broken = all.flatMap((resource) => {
      const inputs = how({ ...resource.inputs }, graph);
      return inputs === null ? [] : [[resource, { ...resource, inputs }] as const];
    });
    expect(broken.length).toBeGreaterThan(0);
    for (const [resource, by] of broken) {
      const problems = problemsOf(replaced(resource, by));
      expect(problems, `nobody sees ${resource.name}`).not.toEqual([]);
      expect(problems.join("\n")).toContain(resource.name);
    }
  });

  test("that lacks any one of what alarms, policies and settings it has", () => {
    const needed = [
      ...[
        "alarm",
        "block",
        "bucketPolicy",
        "invoked",
        "lifecycle",
        "log",
        "queuePolicy",
        "role",
        "target",
        "versioning",
      ],
    ] as const;
    const types: readonly string[] = needed.map((kind) => TYPES[kind as keyof typeof TYPES]);
    for (const resource of graph.resources.filter(({ type }) => types.includes(type))) {
      const left = { ...graph, resources: graph.resources.filter((each) => each !== resource) };
      expect(problemsOf(left), `nobody misses ${resource.name}`).not.toEqual([]);
    }
  });

  test("that leaves anything without our tags", () => {
    const taggable = graph.resources.filter(({ tags }) => tags !== null);
    expect(taggable.length).toBeGreaterThan(30);
    for (const resource of taggable) {
      const problems = problemsOf(replaced(resource, { ...resource, tags: { "ml-team": "vision" } }));
      expect(problems.join("\n")).toContain(resource.name);
    }
  });
});

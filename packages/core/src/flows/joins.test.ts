import { describe, expect, test } from "vitest";
import { makeRecord } from "../catalog/testing/make-event.ts";
import { configOf } from "../config/testing/config-of.ts";
import { isUnreadableItem } from "../reports/audit/audited.ts";
import { auditComplete } from "./audit.ts";
import { type LogEntry, mapTimelines, trailOf } from "./testing/log.ts";

const CONFIG = configOf("tags: { ml-team: { required: true } }");
const LISTED = [{ key: "ml-team", value: "vision" }];
const MAPPED = { "ml-team": "vision" };
const ARN = (service: string, resource: string) => `arn:aws:${service}:eu-central-1:444455556666:${resource}`;
const RESERVED = "b4a1f3c2-0d5e-4f6a-9b8c-7d6e5f4a3b2c";

type Call = readonly [service: string, event: string, request: object, answer?: object | null];

function called(
  [service, eventName, requestParameters, responseElements = null]: Call,
  minute: number,
): LogEntry {
  const eventTime = new Date(Date.UTC(2026, 8, 1, 12, minute)).toISOString();
  const eventSource = `${service}.amazonaws.com`;
  return makeRecord({
    eventSource,
    eventName,
    eventTime,
    eventID: `${minute}`,
    requestParameters,
    responseElements,
  });
}

/** The verdict about what the first call created, after all others. */
async function verdict(...calls: Call[]): Promise<string | undefined> {
  const items = auditComplete(
    { trail: trailOf(...calls.map(called)), timelines: mapTimelines() },
    { config: CONFIG, paths: [] },
  );
  for await (const item of items) {
    if (isUnreadableItem(item) || item.outcome === "skipped") throw new TypeError("nothing was created");
    return item.resources[0]?.judgement.verdict;
  }
  return undefined;
}

const named = (resourceId: string) => ({
  resourcesSet: { items: [{ resourceId }] },
  tagSet: { items: LISTED },
});
const ec2 = (event: string, answer: object, id: string): [Call, Call] => [
  ["ec2", event, {}, answer],
  ["ec2", "CreateTags", named(id)],
];
const ssm = (resourceType: string, resourceId: string): Call => [
  "ssm",
  "AddTagsToResource",
  { resourceType, resourceId, tags: LISTED },
];
const iam = (what: string, id: string, path: string): Call => [
  "iam",
  `Create${what}`,
  {},
  {
    [what.toLowerCase()]: {
      [`${what.toLowerCase()}Name`]: id,
      arn: `arn:aws:iam::444455556666:${what.toLowerCase()}${path}${id}`,
    },
  },
];
const secret = (name: string): Call => [
  "secretsmanager",
  "CreateSecret",
  { name },
  { arn: ARN("secretsmanager", `secret:${name}-AbC123`), name },
];
const secretTag = (secretId: string): Call => ["secretsmanager", "TagResource", { secretId, tags: LISTED }];
const byArn = (service: string, arn: string, tags: object = MAPPED): Call => [
  service,
  "TagResource",
  { resourceArn: arn, resourceARN: arn, arn, tags },
];
const detector = (part: string) => ARN("guardduty", `detector/d-1/${part}`);

describe("a resource got its tags from a later call:", () => {
  test.each<[string, Call, Call]>([
    [
      "a parameter with a path",
      ["ssm", "PutParameter", { name: "/ml/rate" }, { version: 1 }],
      ssm("Parameter", "/ml/rate"),
    ],
    [
      "a parameter without one",
      ["ssm", "PutParameter", { name: "rate" }, { version: 1 }],
      ssm("Parameter", "rate"),
    ],
    [
      "a parameter by its ARN",
      ["ssm", "PutParameter", { name: "/ml/rate" }, { version: 1 }],
      ["tagging", "TagResources", { resourceARNList: [ARN("ssm", "parameter/ml/rate")], tags: MAPPED }],
    ],
    ["a document", ["ssm", "CreateDocument", { name: "setup" }, {}], ssm("Document", "setup")],
    [
      "an automation",
      ["ssm", "StartAutomationExecution", {}, { automationExecutionId: "a-1" }],
      ssm("Automation", "a-1"),
    ],
    [
      "a role with a path",
      iam("Role", "trainer", "/ml/jobs/"),
      ["iam", "TagRole", { roleName: "trainer", tags: LISTED }],
    ],
    [
      "a role without one",
      iam("Role", "trainer", "/"),
      ["iam", "TagRole", { roleName: "trainer", tags: LISTED }],
    ],
    [
      "a user with a path",
      iam("User", "mira", "/staff/"),
      ["iam", "TagUser", { userName: "mira", tags: LISTED }],
    ],
    [
      "a policy with a path",
      iam("Policy", "train", "/ml/"),
      ["iam", "TagPolicy", { policyArn: "arn:aws:iam::444455556666:policy/ml/train", tags: LISTED }],
    ],
    ["a secret by its name", secret("db/main"), secretTag("db/main")],
    ["a secret whose name ends in six letters", secret("db-passwd"), secretTag("db-passwd")],
    ["a secret by its ARN", secret("db/main"), secretTag(ARN("secretsmanager", "secret:db/main-AbC123"))],
    ["a secret by a part of its ARN", secret("db/main"), secretTag(ARN("secretsmanager", "secret:db/main"))],
    [
      "a placement group by its id",
      ...ec2("CreatePlacementGroup", { placementGroup: { groupName: "close", groupId: "pg-0a1" } }, "pg-0a1"),
    ],
    [
      "a mirror target",
      ...ec2(
        "CreateTrafficMirrorTarget",
        { trafficMirrorTarget: { trafficMirrorTargetId: "tmt-0a1" } },
        "tmt-0a1",
      ),
    ],
    [
      "a mirror filter",
      ...ec2(
        "CreateTrafficMirrorFilter",
        { trafficMirrorFilter: { trafficMirrorFilterId: "tmf-0a1" } },
        "tmf-0a1",
      ),
    ],
    [
      "a mirror session",
      ...ec2(
        "CreateTrafficMirrorSession",
        { trafficMirrorSession: { trafficMirrorSessionId: "tms-0a1" } },
        "tms-0a1",
      ),
    ],
    [
      "the import of a snapshot",
      ...ec2("ImportSnapshot", { importTaskId: "import-snap-0a1" }, "import-snap-0a1"),
    ],
    ["the import of an image", ...ec2("ImportImage", { importTaskId: "import-ami-0a1" }, "import-ami-0a1")],
    ["an FPGA image", ...ec2("CreateFpgaImage", { fpgaImageId: "afi-0a1" }, "afi-0a1")],
    [
      "reserved instances",
      ...ec2("PurchaseReservedInstancesOffering", { reservedInstancesId: RESERVED }, RESERVED),
    ],
    [
      "an EMR studio",
      ["elasticmapreduce", "CreateStudio", {}, { studioId: "es-0A1" }],
      ["elasticmapreduce", "AddTags", { resourceId: "es-0A1", tags: LISTED }],
    ],
    [
      "an EMR cluster",
      ["elasticmapreduce", "RunJobFlow", {}, { jobFlowId: "j-0A1" }],
      ["elasticmapreduce", "AddTags", { resourceId: "j-0A1", tags: LISTED }],
    ],
    [
      "a stage of a REST API",
      [
        "apigateway",
        "CreateStage",
        { restApiId: "r1", createStageInput: { stageName: "prod" } },
        { stageName: "prod" },
      ],
      byArn("apigateway", "arn:aws:apigateway:eu-central-1::/restapis/r1/stages/prod"),
    ],
    [
      "a stage of an HTTP API",
      ["apigateway", "CreateStage", { apiId: "a1", stageName: "prod" }, { stageName: "prod" }],
      byArn("apigateway", "arn:aws:apigateway:eu-central-1::/apis/a1/stages/prod"),
    ],
    [
      "a Transfer user",
      ["transfer", "CreateUser", { serverId: "s-1" }, { serverId: "s-1", userName: "mira" }],
      byArn("transfer", ARN("transfer", "user/s-1/mira"), LISTED),
    ],
    [
      "a Transfer server",
      ["transfer", "CreateServer", {}, { serverId: "s-1" }],
      byArn("transfer", ARN("transfer", "server/s-1"), LISTED),
    ],
    [
      "a Kendra data source",
      ["kendra", "CreateDataSource", { indexId: "i-1" }, { id: "d-1" }],
      byArn("kendra", ARN("kendra", "index/i-1/data-source/d-1"), LISTED),
    ],
    [
      "a GuardDuty filter",
      ["guardduty", "CreateFilter", { detectorId: "d-1" }, { name: "quiet" }],
      byArn("guardduty", detector("filter/quiet")),
    ],
    [
      "a GuardDuty list of addresses",
      ["guardduty", "CreateIPSet", { detectorId: "d-1" }, { ipSetId: "i-1" }],
      byArn("guardduty", detector("ipset/i-1")),
    ],
    [
      "a Redshift snapshot",
      ["redshift", "CreateClusterSnapshot", {}, { clusterIdentifier: "dw", snapshotIdentifier: "nightly" }],
      ["redshift", "CreateTags", { resourceName: ARN("redshift", "snapshot:dw/nightly"), tags: LISTED }],
    ],
    [
      "a Redshift cluster",
      ["redshift", "CreateCluster", {}, { clusterIdentifier: "dw" }],
      ["redshift", "CreateTags", { resourceName: ARN("redshift", "cluster:dw"), tags: LISTED }],
    ],
    [
      "a stack by its update",
      [
        "cloudformation",
        "CreateStack",
        { stackName: "s" },
        { stackId: ARN("cloudformation", "stack/s/1-2") },
      ],
      [
        "cloudformation",
        "UpdateStack",
        { stackName: "s", tags: LISTED },
        { stackId: ARN("cloudformation", "stack/s/1-2") },
      ],
    ],
    [
      "a build project by its update",
      [
        "codebuild",
        "CreateProject",
        { name: "p" },
        { project: { name: "p", arn: ARN("codebuild", "project/p") } },
      ],
      [
        "codebuild",
        "UpdateProject",
        { name: "p", tags: LISTED },
        { project: { name: "p", arn: ARN("codebuild", "project/p") } },
      ],
    ],
    [
      "a pool of users by its update",
      ["cognito-idp", "CreateUserPool", {}, { userPool: { id: "eu_1" } }],
      ["cognito-idp", "UpdateUserPool", { userPoolId: "eu_1", userPoolTags: MAPPED }],
    ],
    [
      "the hub of a region",
      ["securityhub", "EnableSecurityHub", {}],
      byArn("securityhub", ARN("securityhub", "hub/default")),
    ],
    [
      "a directory bucket",
      ["s3express", "CreateBucket", { bucketName: "b--x-s3" }],
      ["s3express", "TagResource", { resourceArn: ARN("s3express", "bucket/b--x-s3"), Tags: LISTED }],
    ],
    [
      "an organizational unit",
      [
        "organizations",
        "CreateOrganizationalUnit",
        {},
        {
          organizationalUnit: { id: "ou-a1-b2", arn: "arn:aws:organizations::444455556666:ou/o-1/ou-a1-b2" },
        },
      ],
      ["organizations", "TagResource", { resourceId: "ou-a1-b2", tags: LISTED }],
    ],
  ])("%s", async (_, creation, tagging) => {
    expect(await verdict(creation)).toBe("violating");
    expect(await verdict(creation, tagging)).toBe("compliant");
  });
});

describe("nobody can tell whether a later call tagged it:", () => {
  test.each<[string, Call]>([
    ["an account", ["organizations", "CreateAccount", {}, { createAccountStatus: { id: "car-1" } }]],
    ["a set of stacks", ["cloudformation", "CreateStackSet", { stackSetName: "s" }, { stackSetId: "s:1-2" }]],
    [
      "a placement group without an id",
      ["ec2", "CreatePlacementGroup", { groupName: "close" }, { _return: true }],
    ],
    [
      "the identity provider of a cluster",
      [
        "eks",
        "AssociateIdentityProviderConfig",
        { clusterName: "c", oidc: { identityProviderConfigName: "o" } },
        { update: {} },
      ],
    ],
    ["a key without an id", ["ec2", "CreateKeyPair", { keyName: "k" }, { keyName: "k" }]],
  ])("%s", async (_, creation) => {
    expect(await verdict(creation)).toBe("undecided");
  });

  test("what an update without tags changes keeps its tags", async () => {
    const stackId = ARN("cloudformation", "stack/s/1-2");
    const creation: Call = ["cloudformation", "CreateStack", { stackName: "s", tags: LISTED }, { stackId }];
    const update = (request: object): Call => [
      "cloudformation",
      "UpdateStack",
      { stackName: "s", ...request },
      { stackId },
    ];
    expect(await verdict(creation, update({}))).toBe("compliant");
    expect(await verdict(creation, update({ tags: [] }))).toBe("violating");
  });

  test("but with its tags from the start it complies", async () => {
    const creation: Call = [
      "organizations",
      "CreateAccount",
      { tags: LISTED },
      { createAccountStatus: { id: "car-1" } },
    ];
    expect(await verdict(creation)).toBe("compliant");
  });
});

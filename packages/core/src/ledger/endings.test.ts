import { describe, expect, test } from "vitest";
import { actorOf } from "../catalog/actor.ts";
import { isArn } from "../catalog/arn.ts";
import { type CloudTrailEvent, isUnreadable, parseEvent } from "../catalog/event.ts";
import { extract } from "../catalog/extract.ts";
import type { Service } from "../catalog/row.ts";
import { services } from "../catalog/services/all.ts";
import { makeCall, makeRecord } from "../catalog/testing/make-event.ts";
import { anyEndingCall, endingCall, rowCall } from "../catalog/testing/row-call.ts";
import { toldBy } from "./told.ts";

/** What ARNs look like in the answers of AWS, where that is not `type/made`. */
const ARNS: Readonly<Record<string, string>> = {
  "backup:backup-vault": "backup-vault:made",
  "bedrock-agentcore:browser": "browser-custom/made",
  "bedrock-agentcore:code-interpreter": "code-interpreter-custom/made",
  "bedrock:agent-alias": "agent-alias/made/made",
  "cloudtrail:trail": "trail/made",
  "codecommit:repository": "made",
  "emr-containers:job-template": "/jobtemplates/made",
  "emr-containers:managed-endpoint": "/virtualclusters/made/endpoints/made",
  "emr-containers:virtual-cluster": "/virtualclusters/made",
  "emr-serverless:application": "/applications/made",
  "events:rule": "rule/made/made",
  "lambda:event-source-mapping": "event-source-mapping:made",
  "lambda:function": "function:made",
  "logs:delivery": "delivery:made",
  "logs:destination": "destination:made",
  "pcs:computenodegroup": "cluster/made/computenodegroup/made",
  "pcs:queue": "cluster/made/queue/made",
  "s3vectors:index": "bucket/made/index/made",
  "sagemaker:app": "app/made/made/made/made",
  "sagemaker:space": "space/made/made",
  "sagemaker:user-profile": "user-profile/made/made",
  "timestream:table": "database/made/table/made",
};

/** Services whose ARNs hold a colon after the type, no region, or a part before the type. */
const SHAPES: Readonly<Record<string, (type: string) => string>> = {
  cloudfront: (type) => `arn:aws:cloudfront::444455556666:${type}/made`,
  elasticache: (type) => `arn:aws:elasticache:eu-central-1:444455556666:${type}:made`,
  rds: (type) => `arn:aws:rds:eu-central-1:444455556666:${type}:made`,
  wafv2: (type) => `arn:aws:wafv2:eu-central-1:444455556666:regional/${type}/made/made`,
};

function arnOf(fullType: string): string {
  const [service = "", type = ""] = fullType.split(":");
  const shape = SHAPES[service];
  if (shape !== undefined) return shape(type);
  const resource = ARNS[fullType] ?? `${type}/made`;
  return `arn:aws:${service}:eu-central-1:444455556666:${resource}`;
}

/** The event of the row that creates something of a type, with an ARN as AWS would give it. */
function creationOf(service: Service, type: string): CloudTrailEvent {
  const row =
    service.creations.find((each) => each.type === type) ??
    service.creations.find(({ otherwise }) => otherwise?.type === type);
  if (row === undefined) throw new TypeError(`nothing creates ${type}`);
  const { each: _, ...facts } = row;
  const call = rowCall(service, row.type === type ? row : { ...facts, ...row.otherwise });
  const given = JSON.stringify(`arn:aws:${row.type.replace(":", ":eu-central-1:444455556666:")}/made-1`);
  const text = JSON.stringify(makeRecord({ ...call })).replaceAll(given, JSON.stringify(arnOf(type)));
  const event = parseEvent(JSON.parse(text.replaceAll("made-1", "made")));
  if (isUnreadable(event)) throw new TypeError(event.unreadable);
  return event;
}

function namesIn(event: CloudTrailEvent): string[] {
  return toldBy(event, extract(event), actorOf(event)).map(({ name }) => name);
}

/** Each way in which a deletion may name what it deletes, but for ARNs that it puts together itself. */
const ways = services.flatMap((service) =>
  (service.endings ?? []).flatMap((row) =>
    row.resources.flatMap((facts) =>
      [facts.at]
        .flat()
        .filter((at) => typeof at === "string" || facts.each !== undefined || facts.template !== undefined)
        .map((at) => ({
          label: `${service.source} ${row.event} by ${typeof at === "string" ? at : "what it puts together"}`,
          service,
          row,
          facts: { ...facts, at },
        })),
    ),
  ),
);

describe("the name of what a call deletes is that with which it was created:", () => {
  test.each(ways.map((way) => [way.label, way] as const))("%s", (_, { service, row, facts }) => {
    const { type, at, template } = facts;
    const [name = ""] = typeof type === "string" ? namesIn(creationOf(service, type)) : [arnOf("any:thing")];
    if (typeof at === "function" && facts.each === undefined) {
      expect(namesIn(anyEndingCall(service, row, "made"))).toEqual([name]);
      return;
    }
    const isByArn = isArn(name) && (template === undefined || /arn$/i.test(String(at)));
    const path = typeof at === "function" ? "item" : at;
    const call = endingCall(service, row, { ...facts, at: path }, isByArn ? name : "made");
    expect(namesIn(call)).toEqual([name]);
  });
});

describe("a call deletes nothing", () => {
  test.each([
    [
      "where it is but a version of a function",
      makeCall("lambda", "DeleteFunction20150331", { functionName: "f", qualifier: "3" }),
    ],
    [
      "where it is but a version of a guardrail",
      makeCall("bedrock", "DeleteGuardrail", { guardrailIdentifier: "g", guardrailVersion: "1" }),
    ],
    [
      "where some of what it names stays, and nobody knows which",
      makeCall(
        "ec2",
        "DeleteVpcEndpoints",
        {
          DeleteVpcEndpointsRequest: {
            VpcEndpointId: [
              { tag: 1, content: "vpce-1" },
              { tag: 2, content: "vpce-2" },
            ],
          },
        },
        { DeleteVpcEndpointsResponse: { unsuccessful: { item: { resourceId: "vpce-2" } } } },
      ),
    ],
    ["that can be taken back", makeCall("secretsmanager", "DeleteSecret", { secretId: "db" })],
    ["that is only pending", makeCall("kms", "ScheduleKeyDeletion", { keyId: "k" })],
    [
      "that goes on in another form",
      makeCall("ecs", "StopTask", {}, { task: { taskArn: "arn:aws:ecs:eu-central-1:1:task/t" } }),
    ],
  ])("%s", (_, event) => {
    expect(namesIn(event)).toEqual([]);
  });
});

test.each([
  [
    "a function after its account",
    makeCall("lambda", "DeleteFunction20150331", { functionName: "444455556666:function:score" }),
    "arn:aws:lambda:eu-central-1:444455556666:function:score",
  ],
  [
    "an endpoint in lower case",
    makeCall("sagemaker", "DeleteEndpoint", { endpointName: "Ranking" }),
    "arn:aws:sagemaker:eu-central-1:444455556666:endpoint/ranking",
  ],
  [
    "the app of a space",
    makeCall("sagemaker", "DeleteApp", {
      domainId: "d-1",
      spaceName: "Lab",
      appType: "JupyterLab",
      appName: "default",
    }),
    "arn:aws:sagemaker:eu-central-1:444455556666:app/d-1/lab/jupyterlab/default",
  ],
  [
    "a network endpoint that is wrapped alone",
    makeCall(
      "ec2",
      "DeleteVpcEndpoints",
      { DeleteVpcEndpointsRequest: { VpcEndpointId: { tag: 1, content: "vpce-1" } } },
      { DeleteVpcEndpointsResponse: { unsuccessful: "" } },
    ),
    "arn:aws:ec2:eu-central-1:444455556666:vpc-endpoint/vpce-1",
  ],
  [
    "a gateway whose request is wrapped",
    makeCall("ec2", "DeleteNatGateway", { DeleteNatGatewayRequest: { NatGatewayId: "nat-1" } }),
    "arn:aws:ec2:eu-central-1:444455556666:natgateway/nat-1",
  ],
  [
    "a rule of another bus",
    makeCall("events", "DeleteRule", { name: "nightly", eventBusName: "orders" }),
    "arn:aws:events:eu-central-1:444455556666:rule/orders/nightly",
  ],
  [
    "a stage",
    makeCall("apigateway", "DeleteStage", { restApiId: "r1", stageName: "prod" }),
    "arn:aws:apigateway:eu-central-1::/restapis/r1/stages/prod",
  ],
  [
    "a filter of a detector",
    makeCall("guardduty", "DeleteFilter", { detectorId: "d-1", filterName: "quiet" }),
    "arn:aws:guardduty:eu-central-1:444455556666:detector/d-1/filter/quiet",
  ],
  [
    "a data source",
    makeCall("kendra", "DeleteDataSource", { indexId: "i-1", id: "s-1" }),
    "arn:aws:kendra:eu-central-1:444455556666:index/i-1/data-source/s-1",
  ],
  [
    "a user of a server",
    makeCall("transfer", "DeleteUser", { serverId: "s-1", userName: "mira" }),
    "arn:aws:transfer:eu-central-1:444455556666:user/s-1/mira",
  ],
  [
    "a snapshot of a cluster",
    makeCall("redshift", "DeleteClusterSnapshot", {}, { clusterIdentifier: "dw", snapshotIdentifier: "s" }),
    "arn:aws:redshift:eu-central-1:444455556666:snapshot:dw/s",
  ],
  [
    "a secret that cannot be restored",
    makeCall("secretsmanager", "DeleteSecret", { secretId: "db", forceDeleteWithoutRecovery: true }),
    "444455556666/eu-central-1/secretsmanager:secret/db",
  ],
  [
    "parameters, of which some are not there",
    makeCall("ssm", "DeleteParameters", { names: ["/a", "/b"] }, { deletedParameters: ["/a"] }),
    "arn:aws:ssm:eu-central-1:444455556666:parameter/a",
  ],
  [
    "a firewall of CloudFront",
    makeCall("wafv2", "DeleteWebACL", { scope: "CLOUDFRONT", name: "edge", id: "w-1" }),
    "arn:aws:wafv2:eu-central-1:444455556666:global/webacl/edge/w-1",
  ],
])("a deletion names %s", (_, event, name) => {
  expect(namesIn(event)).toEqual([name]);
});

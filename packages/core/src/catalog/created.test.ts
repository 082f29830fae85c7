import { describe, expect, test } from "vitest";
import type { Creation } from "./creation.ts";
import type { CloudTrailEvent } from "./event.ts";
import { extract } from "./extract.ts";
import { makeCall } from "./testing/make-event.ts";

const HERE = "eu-central-1:444455556666";
const VISION = { "ml-team": "vision" };
const listed = [{ key: "ml-team", value: "vision" }];

function created(event: CloudTrailEvent): readonly Creation[] {
  const extraction = extract(event);
  return extraction.outcome === "evaluated" && extraction.kind === "creation" ? extraction.creations : [];
}

function brief(event: CloudTrailEvent): unknown[] {
  return created(event).map(({ arn, id, requestTags }) => [id, arn, requestTags]);
}

describe("what was made is", () => {
  test("instances, each followed by its network interfaces, and the tags meant for each type", () => {
    const event = makeCall(
      "ec2",
      "RunInstances",
      {
        tagSpecificationSet: {
          items: [
            { resourceType: "instance", tags: listed },
            { resourceType: "volume", tags: [] },
          ],
        },
      },
      {
        instancesSet: {
          items: [
            { instanceId: "i-1", networkInterfaceSet: { items: [{ networkInterfaceId: "eni-1" }] } },
            {
              instanceId: "i-2",
              networkInterfaceSet: {},
              tagSet: { items: [{ key: "eks:cluster-name", value: "ml" }] },
            },
          ],
        },
      },
    );
    expect(brief(event)).toEqual([
      ["i-1", `arn:aws:ec2:${HERE}:instance/i-1`, VISION],
      ["eni-1", `arn:aws:ec2:${HERE}:network-interface/eni-1`, {}],
      ["i-2", `arn:aws:ec2:${HERE}:instance/i-2`, VISION],
    ]);
    expect(created(event).map(({ carriedTags }) => carriedTags)).toEqual([
      {},
      null,
      { "eks:cluster-name": "ml" },
    ]);
  });

  test("a call that is logged as the XML it was, with one thing of each kind", () => {
    const event = makeCall(
      "ec2",
      "CreateFlowLogs",
      {
        CreateFlowLogsRequest: {
          TagSpecification: {
            ResourceType: "vpc-flow-log",
            tag: 1,
            Tag: { tag: 1, Key: "keep", Value: true },
          },
        },
      },
      { CreateFlowLogsResponse: { flowLogIdSet: { item: "fl-1" } } },
    );
    expect(brief(event)).toEqual([["fl-1", `arn:aws:ec2:${HERE}:vpc-flow-log/fl-1`, { keep: "true" }]]);
  });

  test("the same with several", () => {
    const event = makeCall(
      "ec2",
      "CreateFlowLogs",
      {
        CreateFlowLogsRequest: {
          TagSpecification: [{ ResourceType: "vpc-flow-log", Tag: [{ Key: "ml-team", Value: "vision" }] }],
        },
      },
      { CreateFlowLogsResponse: { flowLogIdSet: { item: ["fl-1", "fl-2"] } } },
    );
    expect(created(event)).toMatchObject([
      { id: "fl-1", requestTags: VISION },
      { id: "fl-2", requestTags: VISION },
    ]);
  });

  test("an answer that is not wrapped although its request is", () => {
    const event = makeCall(
      "ec2",
      "CreateNatGateway",
      { CreateNatGatewayRequest: {} },
      { natGateway: { natGatewayId: "nat-1" } },
    );
    expect(brief(event)).toEqual([["nat-1", `arn:aws:ec2:${HERE}:natgateway/nat-1`, {}]]);
  });

  test("a fleet, but not the tags of its instances", () => {
    const request = {
      TagSpecification: { ResourceType: "instance", Tag: { Key: "ml-team", Value: "vision" } },
    };
    const event = makeCall(
      "ec2",
      "CreateFleet",
      { CreateFleetRequest: request },
      {
        CreateFleetResponse: {
          fleetId: "fleet-1",
          fleetInstanceSet: { item: { instanceIds: { item: "i-1" } } },
        },
      },
    );
    expect(brief(event)).toEqual([["fleet-1", `arn:aws:ec2:${HERE}:fleet/fleet-1`, {}]]);
  });

  test("a compute environment, but not the tags of its instances", () => {
    const event = makeCall(
      "batch",
      "CreateComputeEnvironment",
      { computeResources: { tags: VISION } },
      {
        computeEnvironmentName: "gpu",
        computeEnvironmentArn: `arn:aws:batch:${HERE}:compute-environment/gpu`,
      },
    );
    expect(brief(event)).toEqual([["gpu", `arn:aws:batch:${HERE}:compute-environment/gpu`, {}]]);
  });

  test("a load balancer of either kind", () => {
    const arn = `arn:aws:elasticloadbalancing:${HERE}:loadbalancer/app/web/0123`;
    const later = { loadBalancers: [{ loadBalancerName: "web", loadBalancerArn: arn }] };
    const call = (request: object, response: object) =>
      makeCall("elasticloadbalancing", "CreateLoadBalancer", request, response);
    expect(created(call({ name: "web" }, later))).toMatchObject([
      { id: "web", arn, type: "elasticloadbalancing:loadbalancer" },
    ]);
    expect(
      created(call({ loadBalancerName: "web", tags: listed }, { dNSName: "web.example.com" })),
    ).toMatchObject([
      {
        id: "web",
        arn: `arn:aws:elasticloadbalancing:${HERE}:loadbalancer/web`,
        type: "elasticloadbalancing:classic-loadbalancer",
        requestTags: VISION,
      },
    ]);
  });

  test.each([
    [
      "a topic by the end of its ARN",
      "sns",
      "CreateTopic",
      {},
      { topicArn: `arn:aws:sns:${HERE}:alarms` },
      "alarms",
      `arn:aws:sns:${HERE}:alarms`,
    ],
    [
      "a queue by the end of its URL",
      "sqs",
      "CreateQueue",
      {},
      { queueUrl: "https://sqs.eu-central-1.amazonaws.com/444455556666/jobs" },
      "jobs",
      `arn:aws:sqs:${HERE}:jobs`,
    ],
    [
      "a zone by the end of its path",
      "route53",
      "CreateHostedZone",
      {},
      { hostedZone: { id: "/hostedzone/Z1" } },
      "Z1",
      "arn:aws:route53:::hostedzone/Z1",
    ],
    [
      "an endpoint whose ARN spells its name otherwise",
      "sagemaker",
      "CreateEndpoint",
      { endpointName: "Ranking" },
      { endpointArn: `arn:aws:sagemaker:${HERE}:endpoint/ranking` },
      "Ranking",
      `arn:aws:sagemaker:${HERE}:endpoint/ranking`,
    ],
    [
      "a cluster by the name that it once had",
      "eks",
      "CreateCluster",
      { clusterName: "ml" },
      { cluster: { arn: `arn:aws:eks:${HERE}:cluster/ml` } },
      "ml",
      `arn:aws:eks:${HERE}:cluster/ml`,
    ],
    [
      "a database whose ARN old records lack",
      "rds",
      "CreateDBInstance",
      {},
      { dBInstanceIdentifier: "db-1" },
      "db-1",
      `arn:aws:rds:${HERE}:db:db-1`,
    ],
    [
      "a group whose ARN no record holds",
      "autoscaling",
      "CreateAutoScalingGroup",
      { autoScalingGroupName: "gpu" },
      null,
      "gpu",
      null,
    ],
    [
      "a stream although nothing answers",
      "kinesis",
      "CreateStream",
      { streamName: "clicks" },
      null,
      "clicks",
      `arn:aws:kinesis:${HERE}:stream/clicks`,
    ],
    ["a bucket", "s3", "CreateBucket", { bucketName: "features" }, null, "features", "arn:aws:s3:::features"],
  ])("%s", (_, source, name, request, response, id, arn) => {
    expect(brief(makeCall(source, name, request, response))).toEqual([[id, arn, {}]]);
  });

  test("tags whose values the log hides as unknown", () => {
    const tags = [...listed, { key: "ml-project", value: "HIDDEN_DUE_TO_SECURITY_REASONS" }];
    const event = makeCall("sagemaker", "CreateModel", { modelName: "m", tags }, null);
    expect(created(event)).toMatchObject([{ requestTags: VISION, hiddenTags: ["ml-project"] }]);
  });
});

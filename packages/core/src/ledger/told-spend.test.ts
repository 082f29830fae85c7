import { expect, test } from "vitest";
import { actorOf } from "../catalog/actor.ts";
import { extract } from "../catalog/extract.ts";
import { makeCall } from "../catalog/testing/make-event.ts";
import { toldBy } from "./told.ts";
import { withSpend } from "./told-spend.ts";

function told(...call: Parameters<typeof makeCall>) {
  const event = makeCall(...call);
  const [extraction, actor] = [extract(event), actorOf(event)];
  const found = withSpend(toldBy(event, extraction, actor), { event, extraction, actor });
  return found.map(({ name, facts }) => [
    name,
    ...facts.map((fact) => ("effect" in fact ? fact.effect : fact.kind)),
  ]);
}

test("a creation is told with what decides its price", () => {
  const event = makeCall(
    "ec2",
    "RunInstances",
    {},
    {
      instancesSet: { items: [{ instanceId: "i-0abc", instanceType: "m5.large" }] },
    },
  );
  const [extraction, actor] = [extract(event), actorOf(event)];
  const [first] = withSpend(toldBy(event, extraction, actor), { event, extraction, actor });
  expect(first?.facts[0]).toMatchObject({ kind: "created", attributes: { instanceType: "m5.large" } });
});

test("a job that is stopped costs nothing more, though it is not deleted", () => {
  expect(told("sagemaker", "StopTrainingJob", { trainingJobName: "ocr-7" })).toEqual([
    ["arn:aws:sagemaker:eu-central-1:444455556666:training-job/ocr-7", "ends"],
  ]);
});

test("what is deleted ends once", () => {
  const instancesSet = { items: [{ instanceId: "i-0abc" }] };
  expect(told("ec2", "TerminateInstances", { instancesSet }, { instancesSet })).toEqual([
    ["arn:aws:ec2:eu-central-1:444455556666:instance/i-0abc", "ended"],
  ]);
});

test("what is stopped is told as such", () => {
  const instancesSet = { items: [{ instanceId: "i-0abc" }] };
  expect(told("ec2", "StopInstances", { instancesSet }, { instancesSet })).toEqual([
    ["arn:aws:ec2:eu-central-1:444455556666:instance/i-0abc", "stops"],
  ]);
});

test("a stack is deleted by its name or by its ARN", () => {
  const stackId = "arn:aws:cloudformation:eu-central-1:444455556666:stack/web/0a1b";
  const names = [
    told("cloudformation", "CreateStack", { stackName: "web" }, { stackId }),
    told("cloudformation", "CreateChangeSet", { stackName: "web", changeSetType: "CREATE" }, { stackId }),
    told("cloudformation", "DeleteStack", { stackName: "web" }),
    told("cloudformation", "DeleteStack", { stackName: stackId }),
  ].map(([first]) => first?.[0]);
  expect(new Set(names).size).toBe(1);
});

test("a change set for a stack that exists makes none", () => {
  const request = { stackName: "web", changeSetType: "UPDATE" };
  expect(extract(makeCall("cloudformation", "CreateChangeSet", request))).toMatchObject({
    outcome: "skipped",
    skipReason: "no-resource",
  });
});

test("a bucket may be created once more by its owner in us-east-1 only", () => {
  const mayExist = (awsRegion: string) => {
    const event = { ...makeCall("s3", "CreateBucket", { bucketName: "models" }), region: awsRegion };
    return toldBy(event, extract(event), actorOf(event))[0]?.facts[0];
  };
  expect(mayExist("us-east-1")).toMatchObject({ mayExist: true });
  expect(mayExist("eu-west-1")).not.toHaveProperty("mayExist");
});

import { afterEach, expect, test } from "vitest";
import { makeSought } from "../inventory/testing/make-sought.ts";
import { ecs } from "./ecs.ts";
import { type Answer, clientsOf, closeServices } from "./testing/service.ts";

afterEach(closeServices);

const SERVICE = makeSought("ecs", "service/ml/scorer");
const DIMENSION = "ecs:service:DesiredCount";
const SUSPENDED = {
  DynamicScalingInSuspended: true,
  DynamicScalingOutSuspended: true,
  ScheduledScalingSuspended: true,
};

function serving(schedulingStrategy: string, targets: Answer) {
  const services = [{ serviceName: "scorer", status: "ACTIVE", desiredCount: 3, schedulingStrategy }];
  return clientsOf(({ call }) => (call === "DescribeServices" ? { services } : targets));
}

test.each([
  ["of nobody's scaling", { ScalableTargets: [] }, { "scaled-automatically": false }],
  [
    "that Application Auto Scaling sets the size of",
    { ScalableTargets: [{ ScalableDimension: DIMENSION }] },
    { "scaled-automatically": true },
  ],
  [
    "whose scaling is suspended in every way",
    { ScalableTargets: [{ ScalableDimension: DIMENSION, SuspendedState: SUSPENDED }] },
    { "scaled-automatically": false },
  ],
  ["whose scaling we may not see", { error: "AccessDeniedException" }, {}],
])("a service %s", async (_, targets, conditions) => {
  const seen = await ecs.inspect(await serving("REPLICA", targets), SERVICE);
  expect(seen?.conditions).toEqual({ "daemon-scheduling": false, ...conditions });
  expect(seen?.remedies).toEqual({ "ecs:empty-service": { desired: 3 } });
});

test("a service that runs on every instance has no size of its own", async () => {
  const seen = await ecs.inspect(await serving("DAEMON", { ScalableTargets: [] }), SERVICE);
  expect(seen?.conditions["daemon-scheduling"]).toBe(true);
  expect(seen?.remedies).toEqual({});
});

import type { Instance } from "@aws-sdk/client-ec2";
import { afterEach, describe, expect, test } from "vitest";
import { type Answer, clientsOf, closeServices } from "../testing/service.ts";
import { launchOf } from "./launch.ts";

afterEach(closeServices);

const NO_GROUP =
  "<DescribeAutoScalingInstancesResult><AutoScalingInstances/></DescribeAutoScalingInstancesResult>";

/** Clients of a service that answers these calls, and of Auto Scaling without groups. */
function answering(answers: Readonly<Record<string, Answer>>) {
  return clientsOf(({ call }) => {
    const all: Readonly<Record<string, Answer>> = { DescribeAutoScalingInstances: NO_GROUP, ...answers };
    return all[call] ?? { error: "InvalidAction" };
  });
}

function launched(tags: Readonly<Record<string, string>>, more: Partial<Instance> = {}): Instance {
  return { InstanceId: "i-1", Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })), ...more };
}

const fleetOf = (type: string, state = "active") =>
  `<fleetSet><item><fleetId>fleet-1</fleetId><type>${type}</type><fleetState>${state}</fleetState></item></fleetSet>`;
const spotOf = (type: string) =>
  `<spotInstanceRequestSet><item><type>${type}</type></item></spotInstanceRequestSet>`;
const ofFleet = launched({ "aws:ec2:fleet-id": "fleet-1" });
const spot: Partial<Instance> = { InstanceLifecycle: "spot", SpotInstanceRequestId: "sir-1" };

describe("an instance", () => {
  test("of a fleet that keeps its number is replaced", async () => {
    const { conditions, controller } = await launchOf(
      await answering({ DescribeFleets: fleetOf("maintain") }),
      ofFleet,
    );
    expect(conditions["in-fleet"]).toBe(true);
    expect(controller).toEqual({ controller: "ec2-fleet", name: "fleet-1" });
  });

  test.each([
    ["launched once", fleetOf("instant")],
    ["was deleted, and left it running", fleetOf("maintain", "deleted_running")],
    ["is known no more", { error: "InvalidFleetId.NotFound" }],
  ])("of a fleet that %s is not", async (_, DescribeFleets) => {
    const { conditions, controller } = await launchOf(await answering({ DescribeFleets }), ofFleet);
    expect(conditions["in-fleet"]).toBe(false);
    expect(controller).toBeNull();
  });

  test("of a fleet that we may not see may be replaced", async () => {
    const clients = await answering({ DescribeFleets: { error: "UnauthorizedOperation" } });
    const { conditions, controller } = await launchOf(clients, ofFleet);
    expect(conditions["in-fleet"]).toBeUndefined();
    expect(controller).toEqual({ controller: "ec2-fleet", name: "fleet-1" });
  });

  test("of a spot fleet belongs to it", async () => {
    const { conditions, controller } = await launchOf(
      await answering({ DescribeSpotInstanceRequests: spotOf("one-time") }),
      launched({ "aws:ec2spot:fleet-request-id": "sfr-1" }, spot),
    );
    expect(conditions).toMatchObject({ "in-fleet": true, "spot-one-time": true });
    expect(controller).toEqual({ controller: "spot-fleet", name: "sfr-1" });
  });

  test.each([
    ["for one time", spotOf("one-time"), true],
    ["to be kept up", spotOf("persistent"), false],
    ["that is known no more", "<spotInstanceRequestSet/>", undefined],
  ])("of a spot request %s", async (_, DescribeSpotInstanceRequests, expected) => {
    const clients = await answering({ DescribeSpotInstanceRequests });
    const { conditions } = await launchOf(clients, launched({}, spot));
    expect(conditions["spot-one-time"]).toBe(expected);
    expect(conditions["in-fleet"]).toBe(false);
  });
});

describe("where Auto Scaling may not be asked, an instance", () => {
  const denied = { DescribeAutoScalingInstances: { error: "AccessDenied" } };

  test("whose tag names a group is in it", async () => {
    const { conditions, controller } = await launchOf(
      await answering(denied),
      launched({ "aws:autoscaling:groupName": "gpu" }),
    );
    expect(conditions["in-auto-scaling-group"]).toBe(true);
    expect(controller).toEqual({ controller: "auto-scaling", name: "gpu" });
  });

  test("without such a tag may be in one", async () => {
    const { conditions } = await launchOf(await answering(denied), launched({}));
    expect(conditions["in-auto-scaling-group"]).toBeUndefined();
  });
});

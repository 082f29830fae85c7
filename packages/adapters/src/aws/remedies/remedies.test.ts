import { typeFacts } from "@tagledger/core/catalog/facts-of-type";
import { afterEach, describe, expect, test } from "vitest";
import { makeSought, NO_CLIENTS, PLACE } from "../inventory/testing/make-sought.ts";
import { awsRemedies } from "./remedies.ts";
import { TABLE } from "./table.ts";
import { clientsOf, closeServices } from "./testing/service.ts";

afterEach(closeServices);

const INSTANCE = makeSought("ec2", "instance/i-1");
const nowhere = awsRemedies({ clientsFor: () => NO_CLIENTS, places: [PLACE] });

describe("remedies", () => {
  test.each(Object.entries(TABLE))(
    "of %s are those of the catalog that can be taken back",
    async (type, load) => {
      const { remedies } = await load();
      const undone = typeFacts(type).remedies.filter(({ undo }) => undo !== null);
      expect(Object.keys(remedies).toSorted()).toEqual(undone.map(({ name }) => name).toSorted());
    },
  );

  test("of a type about which nothing can be done are none, and nobody is asked", async () => {
    const volume = makeSought("ec2", "volume/vol-1");
    expect(await nowhere.inspect(volume, ["ec2:stop"])).toEqual({
      state: null,
      conditions: {},
      controller: null,
      remedies: {},
    });
    const refusal = { refused: "unsupported", message: "ec2:stop is not known to be done to ec2:volume" };
    expect(await nowhere.aim(volume, "ec2:stop", {})).toEqual(refusal);
    expect(await nowhere.set(volume, "ec2:stop", { running: false })).toEqual(refusal);
  });

  test("that cannot be taken back are none of these", async () => {
    const refusal = {
      refused: "unsupported",
      message: "ec2:terminate is not known to be done to ec2:instance",
    };
    expect(await nowhere.aim(INSTANCE, "ec2:terminate", {})).toEqual(refusal);
    expect(await nowhere.set(INSTANCE, "ec2:terminate", {})).toEqual(refusal);
  });
});

describe("a resource", () => {
  test("in an account that we cannot enter is denied", async () => {
    const outside = awsRemedies({ clientsFor: () => null, places: [PLACE] });
    const refusal = { refused: "denied", message: "there is no way into account 111122223333" };
    expect(await outside.inspect(INSTANCE, ["ec2:stop"])).toEqual(refusal);
    expect(await outside.set(INSTANCE, "ec2:stop", { running: false })).toEqual(refusal);
  });

  test("that may be in any account cannot be reached", async () => {
    const group = { ...makeSought("autoscaling", ""), type: "autoscaling:autoScalingGroup", arn: null };
    const anywhere = awsRemedies({ clientsFor: () => NO_CLIENTS, places: [] });
    expect(await anywhere.inspect({ ...group, account: null }, [])).toMatchObject({ refused: "unsupported" });
  });

  test.each([
    ["ecs", "service/scorer", "ecs:empty-service"],
    ["eks", "nodegroup", "eks:empty-nodegroup"],
  ])(
    "of %s whose name does not tell its cluster is not asked for in another",
    async (service, name, remedy) => {
      expect(await nowhere.inspect(makeSought(service, name), [remedy])).toMatchObject({
        refused: "unsupported",
        message: expect.stringContaining("its name does not tell"),
      });
    },
  );

  test("that its service shows as ended is gone", async () => {
    const service = makeSought("ecs", "service/ml/scorer");
    const clients = await clientsOf(() => ({
      services: [{ serviceName: "scorer", status: "INACTIVE", desiredCount: 0 }],
    }));
    const there = awsRemedies({ clientsFor: () => clients, places: [PLACE] });
    expect(await there.inspect(service, ["ecs:empty-service"])).toMatchObject({ refused: "gone" });
  });
});

test("only the remedies that were asked for are shown", async () => {
  const clients = await clientsOf(
    () =>
      "<DescribeAutoScalingGroupsResult><AutoScalingGroups><member><MinSize>1</MinSize><DesiredCapacity>2</DesiredCapacity></member></AutoScalingGroups></DescribeAutoScalingGroupsResult>",
  );
  const group = {
    ...makeSought("autoscaling", ""),
    type: "autoscaling:autoScalingGroup",
    arn: null,
    id: "gpu",
  };
  const there = awsRemedies({ clientsFor: () => clients, places: [PLACE] });
  expect(await there.inspect(group, ["autoscaling:empty-group", "ec2:stop"])).toMatchObject({
    remedies: { "autoscaling:empty-group": { size: { minimum: 1, desired: 2 } } },
  });
});

test("a refusal names the call that was refused, even where clients are used again", async () => {
  const clients = await clientsOf(() => ({ error: "UnauthorizedOperation" }));
  const there = awsRemedies({ clientsFor: () => clients, places: [PLACE] });
  for (let time = 0; time < 2; time++) {
    expect(await there.set(INSTANCE, "ec2:stop", { running: false })).toEqual({
      refused: "denied",
      message: "StopInstances: UnauthorizedOperation: UnauthorizedOperation!",
    });
  }
});

import { describe, expect, test } from "vitest";
import { Company, DAY, GIVEN_BACK, GOOD, HOUR, ISOLATED, UNTIL_QUARANTINED } from "./company.ts";

const TAGGED =
  "ml-team: { required: true, values: [vision, ranking] }, ml-environment: { values: [dev, staging, prod] }";

/** An isolated instance in a company whose tags tell environments. */
async function isolated(): Promise<Company> {
  const world = new Company({ tags: TAGGED });
  await world.launch();
  await world.pass(UNTIL_QUARANTINED);
  expect(world.calls()).toEqual([ISOLATED]);
  return world;
}

describe("an instance whose tags bring it under another rule while it is isolated", () => {
  test.each(["staging", "prod", "dev"])(
    "is given back when they are right, also in %s",
    async (environment) => {
      const world = await isolated();
      await world.tag({ ...GOOD, "ml-environment": environment });
      await world.pass(HOUR);
      expect(world.calls()).toEqual([ISOLATED, GIVEN_BACK]);
      expect(world.told().at(-1)).toEqual(["vision", "released"]);
    },
  );

  test("is given back as production though its team is still missing, and not isolated again", async () => {
    const world = await isolated();
    await world.tag({ "ml-environment": "prod" });
    await world.pass(3 * DAY);
    expect(world.calls()).toEqual([ISOLATED, GIVEN_BACK]);
  });

  test("is given back when a controller took it over", async () => {
    const world = await isolated();
    await world.tag({ "aws:autoscaling:groupName": "workers" });
    await world.pass(3 * DAY);
    expect(world.calls()).toEqual([ISOLATED, GIVEN_BACK]);
  });
});

test("an instance of which nobody can tell any more what was set is reported as a conflict, and left", async () => {
  const world = await isolated();
  delete world.thing().fields["ec2:isolate"];
  await world.tag(GOOD);
  await world.pass(2 * DAY);
  expect(world.calls()).toEqual([ISOLATED]);
  expect(world.told().at(-1)).toEqual(["vision", "conflict"]);
  expect(await world.record()).toMatchObject({ state: "compliant", due: null });
});

import { expect, test } from "vitest";
import { databaseThing } from "../world/estate.ts";
import { KINDS, started } from "../world/kinds.ts";
import { Company, DAY, EVERYTHING, GOOD, HOUR, UNTIL_QUARANTINED } from "./company.ts";

const { database } = KINDS;
const STOP = ["rds:stop", { running: false }];

async function stopped(): Promise<Company> {
  const world = new Company({ enforcement: EVERYTHING });
  world.make(database, "1", {}, databaseThing());
  await world.hear(database.create("1", {}));
  await world.pass(UNTIL_QUARANTINED);
  expect(world.calls()).toEqual([STOP]);
  return world;
}

function start(world: Company, state = "available"): void {
  world.estate.things.set(database.arn("1"), databaseThing({ state }));
}

test("a database that RDS starts after seven days is stopped again, and again after seven more", async () => {
  const world = await stopped();
  for (const times of [2, 3]) {
    await world.pass(6.5 * DAY);
    const since = world.estate.writes.at(-1)?.at ?? 0;
    await world.pass(since + 7 * DAY - world.cloud.now);
    start(world);
    await world.pass(2 * HOUR);
    expect(world.calls()).toHaveLength(times);
  }
  expect(world.calls()).toEqual([STOP, STOP, STOP]);
  await world.tag(GOOD, "1", database);
  await world.pass(HOUR);
  expect(world.calls().at(-1)).toEqual(["rds:stop", { running: true }]);
});

test("a database that is just being started by RDS is stopped again when it runs", async () => {
  const world = await stopped();
  await world.pass(6.5 * DAY);
  const since = world.estate.writes.at(-1)?.at ?? 0;
  await world.pass(since + 7 * DAY - world.cloud.now);
  start(world, "starting");
  await world.pass(HOUR);
  expect(world.calls()).toEqual([STOP]);
  start(world);
  await world.pass(6 * HOUR);
  expect(world.calls()).toEqual([STOP, STOP]);
});

test.each([true, false])("a database that a person started is left running (event: %s)", async (isTold) => {
  const world = await stopped();
  await world.pass(3 * DAY);
  start(world);
  if (isTold) await world.hear(started("database", "1"));
  await world.pass(23 * HOUR);
  expect(world.calls()).toEqual([STOP]);
  await world.pass(3 * HOUR);
  expect((await world.facts("1", database)).filter(({ kind }) => kind === "slipped")).toMatchObject([
    { bySelf: false },
  ]);
});

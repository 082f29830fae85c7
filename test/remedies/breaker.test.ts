import { breakersOpen } from "@tagledger/core/flows/health";
import { work } from "@tagledger/core/flows/work";
import { describe, expect, test } from "vitest";
import {
  Company,
  DAY,
  EVERYTHING,
  GIVEN_BACK,
  GOOD,
  HOUR,
  ISOLATED,
  MILD,
  MINUTE,
  UNTIL_QUARANTINED,
} from "./company.ts";

const STOPPED = ["ec2:stop", { running: false }];
const STARTED = ["ec2:stop", { running: true }];
const NAMES = ["1", "2", "3", "4"];

function breaking(limits: string): Company {
  return new Company({ enforcement: `${MILD}\nbreaker: { ${limits} }` });
}

async function launched(world: Company): Promise<void> {
  for (const name of NAMES) await world.launch(name);
}

/** The most that happened within any hour. */
function mostInAnHour(world: Company): number {
  const times = world.estate.writes.map(({ at }) => at);
  return Math.max(0, ...times.map((from) => times.filter((at) => from <= at && at < from + HOUR).length));
}

describe.each([
  ["per account", "perAccountPerHour: 1"],
  ["of all accounts", "perOrganizationPerHour: 1"],
  ["by money", 'usdPerHour: "0.15"'],
])("a breaker %s", (_name, limits) => {
  test("lets so much go ahead within an hour, and in time all", async () => {
    const world = breaking(limits);
    world.price = "0.1";
    await launched(world);
    await world.pass(UNTIL_QUARANTINED + 30 * MINUTE);
    expect(mostInAnHour(world)).toBe(1);
    await world.pass(12 * HOUR);
    expect([world.calls(), mostInAnHour(world)]).toEqual([NAMES.map(() => ISOLATED), 1]);
  });
});

test("what alone costs more than the breaker lets through is never quarantined", async () => {
  const world = breaking('usdPerHour: "0.05"');
  world.price = "0.1";
  await launched(world);
  await world.pass(2 * DAY);
  expect(world.calls()).toEqual([]);
});

describe("what may be restarted within an hour", () => {
  async function quarantined(enforcement: string, call: unknown): Promise<Company> {
    const world = new Company({ enforcement });
    world.price = "0.1";
    await launched(world);
    await world.pass(UNTIL_QUARANTINED);
    expect(world.calls()).toEqual(NAMES.map(() => call));
    return world;
  }

  test.each(['usdPerHour: "0.25"', 'usdPerHour: "0.05"'])(
    "holds back what is more, and gives it back later: %s",
    async (limit) => {
      const world = await quarantined(EVERYTHING, STOPPED);
      await world.publish({ enforcement: `${EVERYTHING}\nbreaker: { ${limit} }` });
      for (const name of NAMES) await world.tag(GOOD, name);
      await world.pass(30 * MINUTE);
      const most = limit.includes("0.25") ? 2 : 1;
      expect(world.calls()).toHaveLength(NAMES.length + most);
      await world.pass(10 * HOUR);
      expect(world.calls().slice(NAMES.length)).toEqual(NAMES.map(() => STARTED));
    },
  );

  test("does not hold back what went on to cost: the groups of isolated instances", async () => {
    const world = await quarantined(MILD, ISOLATED);
    await world.publish({ enforcement: `${MILD}\nbreaker: { usdPerHour: "0.05" }` });
    for (const name of NAMES) await world.tag(GOOD, name);
    await world.pass(30 * MINUTE);
    expect(world.calls().slice(NAMES.length)).toEqual(NAMES.map(() => GIVEN_BACK));
  });
});

describe("a breaker that holds something back", () => {
  const open = (world: Company) => breakersOpen(world.ledger, world.cloud.now);

  test("counts for as long as it does, and no longer", async () => {
    const world = breaking("perAccountPerHour: 1");
    await launched(world);
    await world.pass(4 * HOUR);
    expect([world.calls().length, await open(world)]).toEqual([0, 0]);
    await world.pass(90 * MINUTE);
    for (let passed = 0; passed < 2 * HOUR; passed += 10 * MINUTE) {
      await world.pass(10 * MINUTE);
      expect([world.calls().length < NAMES.length, await open(world)]).toEqual([true, 1]);
    }
    await world.pass(2 * HOUR);
    expect([world.calls().length, await open(world)]).toEqual([NAMES.length, 0]);
  });

  test("counts though nothing was let through at all, and not when there is nothing to hold back", async () => {
    const world = breaking("perOrganizationPerHour: 0");
    await world.launch();
    await world.pass(UNTIL_QUARANTINED);
    expect([world.calls(), await open(world)]).toEqual([[], 1]);
    await world.tag(GOOD);
    await world.pass(30 * MINUTE);
    expect(await open(world)).toBe(0);
  });

  test("counts where it holds back what is to start again", async () => {
    const world = new Company({ enforcement: EVERYTHING });
    world.price = "0.1";
    await launched(world);
    await world.pass(UNTIL_QUARANTINED);
    await world.publish({ enforcement: `${EVERYTHING}\nbreaker: { usdPerHour: "0.25" }` });
    for (const name of NAMES) await world.tag(GOOD, name);
    await world.pass(30 * MINUTE);
    expect(await open(world)).toBe(1);
    await world.pass(3 * HOUR);
    expect([world.calls().length, await open(world)]).toEqual([2 * NAMES.length, 0]);
  });
});

describe("two workers at once", () => {
  test("do nothing twice, from the first notice to the release", async () => {
    const world = new Company();
    await launched(world);
    await world.launch("5", { "ml-team": "Vision" });
    const pass = async (milliseconds: number) => {
      const end = world.cloud.now + milliseconds;
      while (world.cloud.now < end) {
        world.cloud.now += 10 * MINUTE;
        await Promise.all([work(world.ports, world.rules()), work(world.ports, world.rules())]);
      }
    };
    await pass(UNTIL_QUARANTINED);
    for (const name of NAMES) await world.tag(GOOD, name);
    await pass(2 * HOUR);
    const calls = [["tag", GOOD], ...NAMES.map(() => ISOLATED), ...NAMES.map(() => GIVEN_BACK)];
    expect(world.calls()).toEqual(calls);
    const told = world.estate.messages.flatMap(({ items }) => items.map(({ happened }) => happened));
    expect(told.filter((happened) => happened === "violating")).toHaveLength(NAMES.length);
    expect(told.filter((happened) => happened === "quarantined")).toHaveLength(NAMES.length);
    expect(told.filter((happened) => happened === "released")).toHaveLength(NAMES.length);
  });

  test("of which one is held up for minutes after it began do not stop what was put right meanwhile", async () => {
    const world = new Company();
    await world.launch();
    await world.pass(5 * HOUR);
    const { aim } = world.estate;
    const { current } = world.estate;
    let isAimed = false;
    world.estate.aim = async (...given) => {
      isAimed = true;
      return aim.apply(world.estate, given);
    };
    world.estate.current = async () => {
      if (isAimed) {
        isAimed = false;
        world.cloud.now += 5 * MINUTE;
        await world.tag(GOOD);
        await work(world.ports, world.rules());
        world.cloud.now += 5 * MINUTE;
        await work(world.ports, world.rules());
      }
      return current();
    };
    await world.pass(DAY);
    expect(world.thing().fields["ec2:isolate"]).toEqual({ groups: ["sg-1", "sg-2"] });
    expect(await world.record()).toMatchObject({ state: "compliant" });
  });
});

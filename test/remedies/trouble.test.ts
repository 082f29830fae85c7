import { work, workOff } from "@tagledger/core/flows/work";
import type { Refusal, Why } from "@tagledger/core/remediation/refusal";
import { describe, expect, test } from "vitest";
import { ARN, Company, DAY, GIVEN_BACK, GOOD, HOUR, ISOLATED, MINUTE, UNTIL_QUARANTINED } from "./company.ts";

const PASSING: readonly Why[] = ["throttled", "denied", "failed", "not-ready", "conflict"];

describe.each(PASSING)("what is refused as %s", (refused) => {
  test.each(["inspect", "aim", "set"])(
    "by %s is tried again with growing pauses, and done in the end",
    async (name) => {
      const world = new Company();
      world.estate.trouble = (call) => (call === name ? { refused, message: "not now" } : null);
      await world.launch();
      await world.pass(2 * DAY);
      expect(world.calls()).toEqual([]);
      const { [name]: tried = 0 } = world.estate.counts;
      expect(tried).toBeGreaterThan(5);
      expect(tried).toBeLessThan(25);
      world.estate.trouble = () => null;
      await world.pass(12 * HOUR);
      expect(world.calls()).toEqual([ISOLATED]);
    },
  );

  test("when tags are written is tried again with growing pauses", async () => {
    const world = new Company();
    world.estate.trouble = (call) => (call === "tag" ? { refused, message: "not now" } : null);
    await world.launch("1", { "ml-team": "Vision" });
    await world.pass(2 * DAY);
    const { tag = 0 } = world.estate.counts;
    expect(tag).toBeGreaterThan(5);
    expect(tag).toBeLessThan(20);
    world.estate.trouble = () => null;
    await world.pass(6 * HOUR);
    expect(world.calls()).toEqual([["tag", GOOD]]);
  });

  test("when it is to be given back is tried again with growing pauses", async () => {
    const world = new Company();
    await world.launch();
    await world.pass(UNTIL_QUARANTINED);
    const { set = 0 } = world.estate.counts;
    world.estate.trouble = (call) => (call === "set" ? { refused, message: "not now" } : null);
    await world.tag(GOOD);
    await world.pass(2 * DAY);
    expect((world.estate.counts.set ?? 0) - set).toBeGreaterThan(5);
    expect((world.estate.counts.set ?? 0) - set).toBeLessThan(20);
    world.estate.trouble = () => null;
    await world.pass(6 * HOUR);
    expect(world.calls()).toEqual([ISOLATED, GIVEN_BACK]);
  });
});

/** What one run of all work that is due counts as refused. */
async function refusedIn(world: Company): Promise<number> {
  return (await work(world.ports, world.rules())).remediesRefused;
}

describe("what AWS refuses that a person has to mend is counted in the run that is refused", () => {
  const DENIED: Refusal = { refused: "denied", message: "no identity-based policy allows it" };

  test.each(["inspect", "aim", "set"])("of a quarantine, by %s", async (name) => {
    const world = new Company();
    await world.launch();
    await world.pass(5 * HOUR);
    world.estate.trouble = (call) => (call === name ? DENIED : null);
    world.cloud.now += HOUR;
    expect(await refusedIn(world)).toBe(1);
    expect(await refusedIn(world)).toBe(0);
    world.estate.trouble = () => null;
    world.cloud.now += DAY;
    expect(await refusedIn(world)).toBe(0);
    expect(world.calls()).toEqual([ISOLATED]);
  });

  test("of its live tags, where something may be done to it", async () => {
    const world = new Company();
    await world.launch();
    await world.pass(5 * HOUR);
    world.unreadable = "denied";
    world.cloud.now += HOUR;
    expect(await refusedIn(world)).toBe(1);
  });

  test("not of its live tags where people are only told", async () => {
    const world = new Company({ enforcement: "rules: [{ match: { environment: dev }, mode: [notify] }]" });
    await world.launch();
    await world.pass(30 * MINUTE);
    world.unreadable = "denied";
    world.cloud.now += 12 * HOUR;
    expect(await refusedIn(world)).toBe(0);
  });

  test("of tags that are written, of each resource", async () => {
    const world = new Company();
    world.estate.trouble = (call) => (call === "tag" ? DENIED : null);
    for (const name of ["1", "2", "3"]) await world.launch(name, { "ml-team": "Vision" });
    await world.pass(50 * MINUTE);
    world.cloud.now += 2 * HOUR;
    expect(await refusedIn(world)).toBe(3);
  });

  test("of what is to be given back", async () => {
    const world = new Company();
    await world.launch();
    await world.pass(UNTIL_QUARANTINED);
    world.estate.trouble = (call) => (call === "set" ? DENIED : null);
    await world.tag(GOOD);
    world.cloud.now += HOUR;
    expect(await refusedIn(world)).toBe(1);
  });

  test.each<Why>(["throttled", "failed", "not-ready", "conflict", "gone", "unsupported"])(
    "but not what is refused as %s",
    async (refused) => {
      const world = new Company();
      await world.launch();
      await world.pass(5 * HOUR);
      world.estate.trouble = (call) => (call === "set" ? { refused, message: "not now" } : null);
      world.cloud.now += HOUR;
      expect(await refusedIn(world)).toBe(0);
      expect(world.estate.counts.set).toBe(1);
    },
  );

  test("also where something else fails in the same run, and that is an error still", async () => {
    const world = new Company();
    for (const name of ["1", "2"]) await world.launch(name);
    await world.pass(5 * HOUR);
    world.estate.trouble = (call, arn) => {
      if (call === "set" && arn === ARN) throw new Error("the line is dead");
      return call === "set" ? DENIED : null;
    };
    world.cloud.now += HOUR;
    const { failure, remediesRefused } = await workOff(world.ports, world.rules(), () => true);
    expect(remediesRefused).toBe(1);
    expect(failure?.reason).toMatchObject({ message: "the line is dead" });
    world.cloud.now += DAY;
    await expect(work(world.ports, world.rules())).rejects.toThrow("the line is dead");
  });
});

test("live tags that cannot be read keep everything back, and are asked for with growing pauses", async () => {
  const world = new Company();
  await world.launch();
  await world.pass(2 * HOUR);
  world.unreadable = "denied";
  const { reads } = world.cloud;
  await world.pass(3 * DAY);
  expect(world.calls()).toEqual([]);
  expect(world.cloud.reads - reads).toBeLessThan(25);
  world.unreadable = null;
  await world.pass(6 * HOUR);
  expect(world.calls()).toEqual([ISOLATED]);
});

test("a look that failed long ago slows nothing down", async () => {
  const world = new Company({ enforcement: "rules: [{ match: { environment: dev }, mode: [notify] }]" });
  await world.launch();
  for (let time = 0; time < 6; time++) {
    await world.pass(2 * HOUR);
    world.unreadable = "throttled";
    await world.tag({ "ml-team": `nobody-${time}` });
    await world.pass(10 * MINUTE);
    world.unreadable = null;
    await world.tag(GOOD);
    await world.pass(2 * HOUR);
    await world.tag({ "ml-team": "nobody" });
  }
  await world.pass(2 * HOUR);
  expect(world.told()).toHaveLength(7);
});

describe("what is gone", () => {
  test("when it is looked at is not acted on, and known to be gone", async () => {
    const world = new Company();
    await world.launch();
    await world.pass(2 * HOUR);
    world.destroy();
    await world.pass(DAY);
    expect(world.calls()).toEqual([]);
    expect(await world.record()).toMatchObject({ state: "gone", due: null });
  });

  test.each(["inspect", "set"])(
    "by %s, though its tags can still be read, is tried again until they cannot",
    async (name) => {
      const world = new Company();
      world.estate.trouble = (call) =>
        call === name ? { refused: "gone", message: "no such instance" } : null;
      await world.launch();
      await world.pass(DAY);
      world.destroy();
      await world.pass(DAY);
      expect(world.calls()).toEqual([]);
      expect(await world.record()).toMatchObject({ state: "gone", due: null });
      expect(world.cloud.truth(ARN, world.cloud.now)).toBeNull();
    },
  );

  test("while it is quarantined has nothing left to be given back", async () => {
    const world = new Company();
    await world.launch();
    await world.pass(UNTIL_QUARANTINED);
    world.destroy();
    await world.pass(3 * DAY);
    expect(world.calls()).toEqual([ISOLATED]);
    expect(await world.record()).toMatchObject({ state: "gone", due: null });
  });
});

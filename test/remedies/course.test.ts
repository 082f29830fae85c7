import { describe, expect, test } from "vitest";
import { Company, DAY, GIVEN_BACK, GOOD, HOUR, ISOLATED, MINUTE, UNTIL_QUARANTINED } from "./company.ts";

describe("an instance without tags", () => {
  test("is told of after its grace, isolated after the deadline, and given back when its tags are right", async () => {
    const world = new Company();
    await world.launch();
    await world.pass(50 * MINUTE);
    expect([world.calls(), world.told()]).toEqual([[], []]);
    await world.pass(HOUR);
    expect([world.calls(), world.told()]).toEqual([[], [["fallback", "violating"]]]);
    await world.pass(5 * HOUR);
    expect(world.calls()).toEqual([ISOLATED]);
    expect(await world.record()).toMatchObject({ state: "violating", remediation: { stage: "quarantined" } });
    await world.pass(HOUR);
    await world.tag(GOOD);
    await world.pass(HOUR);
    expect(world.calls()).toEqual([ISOLATED, GIVEN_BACK]);
    expect(world.told()).toEqual([
      ["fallback", "violating"],
      ["fallback", "quarantined"],
      ["vision", "released"],
    ]);
    expect(await world.record()).toMatchObject({
      state: "compliant",
      due: null,
      remediation: { stage: "released" },
    });
    await world.pass(3 * DAY);
    expect(world.calls()).toHaveLength(2);
  });

  test("stays isolated for as long as nobody tags it, and nobody is told of that again", async () => {
    const world = new Company();
    await world.launch();
    await world.pass(10 * DAY);
    expect(world.calls()).toEqual([ISOLATED]);
    expect(world.told()).toEqual([
      ["fallback", "violating"],
      ["fallback", "quarantined"],
    ]);
    // It is looked at each day, and not more often.
    expect(world.estate.counts.inspect).toBeLessThan(16);
  });

  test("that is tagged while it is isolated, without an event of it, is given back at the next daily look", async () => {
    const world = new Company();
    await world.launch();
    await world.pass(UNTIL_QUARANTINED);
    world.retag(GOOD);
    await world.pass(25 * HOUR);
    expect(world.calls()).toEqual([ISOLATED, GIVEN_BACK]);
  });

  test("whose tags are right when it is looked at a last time is not isolated", async () => {
    const world = new Company();
    await world.launch();
    await world.pass(5 * HOUR);
    world.retag(GOOD);
    await world.pass(DAY);
    expect(world.calls()).toEqual([]);
    expect(await world.record()).toMatchObject({ state: "compliant" });
  });
});

import { askRelease } from "@tagledger/core/flows/ask-release";
import { describe, expect, test } from "vitest";
import {
  ARN,
  Company,
  DAY,
  GIVEN_BACK,
  GOOD,
  HOUR,
  ISOLATED,
  MILD,
  MINUTE,
  UNTIL_QUARANTINED,
} from "./company.ts";

const ANN = { resource: ARN, by: "ann", reason: "demo" };
const EXEMPT = `exemptions: [{ match: { resource: "${ARN}" }, reason: migration, until: 2026-12-01 }]`;

async function quarantined(settings = {}): Promise<Company> {
  const world = new Company(settings);
  await world.launch();
  await world.pass(UNTIL_QUARANTINED);
  expect(world.calls()).toEqual([ISOLATED]);
  return world;
}

describe("a quarantine", () => {
  test("is given back when a person asks for it, and not done again within a day", async () => {
    const world = await quarantined();
    const { quarantine, why } = await askRelease(world.ports, world.rules(), ANN);
    expect([quarantine.ended?.how, quarantine.asked?.by, why]).toEqual(["released", "ann", null]);
    await world.pass(20 * HOUR);
    expect(world.calls()).toEqual([ISOLATED, GIVEN_BACK]);
    expect(world.told().at(-1)).toEqual(["fallback", "released"]);
  });

  test("that a person gave back after a week is not done again within a day either, nor without a new notice", async () => {
    const world = await quarantined();
    await world.pass(7 * DAY);
    await askRelease(world.ports, world.rules(), ANN);
    await world.pass(23 * HOUR);
    expect(world.calls()).toEqual([ISOLATED, GIVEN_BACK]);
    await world.pass(2 * DAY);
    expect(world.calls()).toEqual([ISOLATED, GIVEN_BACK, ISOLATED]);
    expect(world.told().map(([, happened]) => happened)).toEqual([
      "violating",
      "quarantined",
      "released",
      "violating",
      "quarantined",
    ]);
  });

  test("that cannot be given back at once when a person asks is, as soon as it can", async () => {
    const world = await quarantined();
    world.estate.trouble = (call) =>
      call === "set" ? { refused: "not-ready", message: "it is stopping" } : null;
    const { quarantine, why } = await askRelease(world.ports, world.rules(), ANN);
    expect([quarantine.ended, why]).toEqual([null, "it is stopping"]);
    world.estate.trouble = () => null;
    await world.pass(10 * MINUTE);
    expect(world.calls()).toEqual([ISOLATED, GIVEN_BACK]);
  });

  test("that was never done, or is over, cannot be given back", async () => {
    const world = await quarantined();
    await expect(askRelease(world.ports, world.rules(), { ...ANN, resource: "i-nobody" })).rejects.toThrow(
      "knows no",
    );
    await askRelease(world.ports, world.rules(), ANN);
    await expect(askRelease(world.ports, world.rules(), ANN)).rejects.toThrow("nothing of it is quarantined");
  });

  test("is given back when the resource is exempted", async () => {
    const world = await quarantined();
    await world.publish({ enforcement: `${MILD}\n${EXEMPT}` });
    await world.pass(10 * MINUTE);
    expect(world.calls()).toEqual([ISOLATED, GIVEN_BACK]);
    expect(await world.record()).toMatchObject({ state: "exempt" });
  });

  test("is not done when the resource is exempted before its deadline", async () => {
    const world = new Company();
    await world.launch();
    await world.pass(2 * HOUR);
    await world.publish({ enforcement: `${MILD}\n${EXEMPT}` });
    await world.pass(2 * DAY);
    expect(world.calls()).toEqual([]);
  });

  test("stays where its rule is set back to notices, and is given back when its tags are right", async () => {
    const world = await quarantined();
    await world.publish({ enforcement: "rules: [{ match: { environment: dev }, mode: [notify] }]" });
    await world.pass(2 * DAY);
    expect(world.calls()).toEqual([ISOLATED]);
    await world.tag(GOOD);
    await world.pass(10 * MINUTE);
    expect(world.calls()).toEqual([ISOLATED, GIVEN_BACK]);
  });

  test("stays where its rule is set back to observing, as nothing may be done then, until a person asks", async () => {
    const world = await quarantined();
    await world.publish({ enforcement: "breaker: {}" });
    await world.tag(GOOD);
    const { reads } = world.cloud;
    await world.pass(2 * DAY);
    expect([world.calls(), world.cloud.reads]).toEqual([[ISOLATED], reads]);
    await askRelease(world.ports, world.rules(), ANN);
    expect(world.calls()).toEqual([ISOLATED, GIVEN_BACK]);
  });

  test("of which a rule is set back to observing before it is done is not done, nor looked at without end", async () => {
    const world = new Company();
    world.estate.trouble = (call) => (call === "set" ? { refused: "throttled", message: "slow down" } : null);
    await world.launch();
    await world.pass(UNTIL_QUARANTINED);
    await world.publish({ enforcement: "breaker: {}" });
    world.estate.trouble = () => null;
    const { reads } = world.cloud;
    await world.pass(2 * DAY);
    expect([world.calls(), world.cloud.reads]).toEqual([[], reads]);
  });
});

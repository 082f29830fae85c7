import { askRelease } from "@tagledger/core/flows/ask-release";
import { work } from "@tagledger/core/flows/work";
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

const STOPPED = { enforcement: `stop: true\n${MILD}` };
const GOING = { enforcement: MILD };

describe("the switch that stops everything", () => {
  test("holds the rest of a batch when it is set after the first quarantine, until it is turned off", async () => {
    const world = new Company();
    for (const name of ["1", "2", "3", "4", "5"]) await world.launch(name);
    await world.pass(5 * HOUR);
    const going = world.current;
    await world.publish(STOPPED);
    const stopped = world.current;
    // The rules of the worker still are those of before.
    world.current = going;
    const rules = world.rules();
    const { set } = world.estate;
    world.estate.set = async (...given) => {
      const answer = await set.apply(world.estate, given);
      world.current = stopped;
      return answer;
    };
    await world.publish(GOING);
    world.cloud.now += HOUR;
    await work(world.ports, rules);
    expect(world.calls()).toEqual([ISOLATED]);
    const { messages } = world.estate;
    const told = messages.length;
    world.estate.set = set;
    await world.publish(STOPPED);
    const asked = { ...world.estate.counts };
    await world.pass(2 * DAY);
    expect([world.calls(), messages.length]).toEqual([[ISOLATED], told]);
    expect(world.estate.counts).toEqual(asked);
    await world.publish(GOING);
    await world.pass(HOUR);
    expect(world.calls()).toEqual(Array.from({ length: 5 }, () => ISOLATED));
  });

  test("holds the messages to further teams when it is set after the first", async () => {
    const world = new Company({
      tags: `ml-team: { required: true, values: [vision, ranking] }, ml-project: { required: true, pattern: "[a-z]{2,20}" }`,
    });
    await world.launch("1", GOOD);
    await world.launch("2", { "ml-team": "ranking" });
    await world.launch("3");
    const { send } = world.estate;
    world.estate.send = async (message) => {
      await world.publish(STOPPED);
      return send.call(world.estate, message);
    };
    await world.pass(DAY);
    expect(world.told()).toHaveLength(1);
    world.estate.send = send;
    await world.publish(GOING);
    await world.pass(HOUR);
    expect(world.told().filter(([, happened]) => happened === "violating")).toHaveLength(3);
  });

  test("holds everything where nobody can tell whether it is set", async () => {
    const world = new Company();
    world.estate.current = async () => {
      throw new Error("the bucket cannot be reached");
    };
    await world.launch();
    await world.launch("2", { "ml-team": "Vision" });
    await world.pass(3 * HOUR);
    expect([world.calls(), world.told()]).toEqual([[], []]);
  });

  test("holds back what is to be given back, too, until it is turned off", async () => {
    const world = new Company();
    await world.launch();
    await world.pass(UNTIL_QUARANTINED);
    await world.publish(STOPPED);
    await world.tag(GOOD);
    const inspected = world.estate.counts.inspect;
    await world.pass(3 * DAY);
    expect(world.calls()).toEqual([ISOLATED]);
    expect(world.estate.counts.inspect).toBe(inspected);
    await world.publish(GOING);
    await world.pass(10 * MINUTE);
    expect(world.calls()).toEqual([ISOLATED, GIVEN_BACK]);
  });

  test("does not hold back what a person asks to be given back", async () => {
    const world = new Company();
    await world.launch();
    await world.pass(UNTIL_QUARANTINED);
    await world.publish(STOPPED);
    const request = { resource: ARN, by: "ann", reason: null };
    const { quarantine, why } = await askRelease(world.ports, world.rules(), request);
    expect([quarantine.ended?.how, why]).toEqual(["released", null]);
    expect(world.calls()).toEqual([ISOLATED, GIVEN_BACK]);
  });
});

test("what was begun and not done when everything was stopped is not looked at again and again", async () => {
  const world = new Company();
  world.estate.trouble = (call) => (call === "set" ? { refused: "throttled", message: "slow down" } : null);
  await world.launch();
  await world.pass(UNTIL_QUARANTINED);
  await world.publish(STOPPED);
  const { reads } = world.cloud;
  await world.pass(DAY);
  expect(world.cloud.reads).toBe(reads);
  world.estate.trouble = () => null;
  await world.publish(GOING);
  await world.pass(6 * HOUR);
  expect(world.calls()).toEqual([ISOLATED]);
});

import { work } from "@tagledger/core/flows/work";
import { describe, expect, test } from "vitest";
import { Company, DAY, GOOD, HOUR, ISOLATED, MINUTE, START } from "./company.ts";

const TWO = `ml-team: { required: true, values: [vision, ranking] }, ml-project: { required: true, pattern: "[a-z]{2,20}" }`;

describe("a notice", () => {
  test("says of all resources of a team in one message what is the matter, and of those of nobody to the fallback", async () => {
    const world = new Company({ tags: TWO });
    for (const name of ["1", "2", "3"]) await world.launch(name, GOOD);
    await world.launch("4", { "ml-team": "ranking" });
    await world.launch("5");
    await world.pass(2 * HOUR);
    expect(world.told().toSorted()).toEqual([
      ["fallback", "violating"],
      ["ranking", "violating"],
      ["vision", "violating,violating,violating"],
    ]);
  });

  test("is sent once, however often the resource is looked at and tagged wrongly again", async () => {
    const world = new Company({ enforcement: "rules: [{ match: { environment: dev }, mode: [notify] }]" });
    await world.launch();
    await world.pass(2 * HOUR);
    await world.tag({ "ml-team": "nobody" });
    await world.pass(5 * DAY);
    expect(world.told()).toEqual([["fallback", "violating"]]);
  });

  test("is sent again when the tags were right in between", async () => {
    const world = new Company({ enforcement: "rules: [{ match: { environment: dev }, mode: [notify] }]" });
    await world.launch();
    await world.pass(2 * HOUR);
    await world.tag(GOOD);
    await world.pass(HOUR);
    await world.tag({ "ml-team": "nobody" });
    await world.pass(2 * HOUR);
    expect(world.told()).toHaveLength(2);
  });

  test("names a deadline that is kept, also where the rule has since become stricter", async () => {
    const world = new Company();
    await world.launch();
    await world.pass(70 * MINUTE);
    expect(world.estate.messages[0]?.items[0]).toMatchObject({
      deadline: START + 70 * MINUTE + 4 * HOUR,
      remedy: "ec2:isolate",
    });
    await world.publish({
      enforcement: "rules: [{ match: { environment: dev }, mode: [notify, quarantine], deadline: 1h }]",
    });
    await world.pass(230 * MINUTE);
    expect(world.calls()).toEqual([]);
    await world.pass(10 * MINUTE);
    expect(world.calls()).toEqual([ISOLATED]);
  });

  test("that no channel takes is sent again with growing pauses, and its deadline begins when one does", async () => {
    const world = new Company();
    world.estate.channels = [];
    await world.launch();
    await world.pass(2 * DAY);
    expect([world.calls(), world.told()]).toEqual([[], []]);
    expect(world.estate.counts.send).toBeGreaterThan(5);
    expect(world.estate.counts.send).toBeLessThan(20);
    world.estate.channels = ["email"];
    await world.pass(6 * HOUR);
    const [first] = world.estate.messages;
    expect(first?.items[0]?.deadline).toBe((first?.at ?? 0) + 4 * HOUR);
    await world.pass(5 * HOUR);
    expect(world.estate.writes[0]?.at).toBeGreaterThanOrEqual((first?.at ?? 0) + 4 * HOUR);
    expect(world.calls()).toEqual([ISOLATED]);
  });

  test.each([
    ["that no channel takes", [], ["slack"], 1],
    ["to which nothing leads", [], [], 1],
    ["that one of several channels does not take", ["email"], ["slack"], 1],
    ["that all channels take", ["email", "slack"], [], 0],
  ] as const)("%s is counted so in the run in which it is sent", async (_, channels, refusing, counted) => {
    const world = new Company();
    Object.assign(world.estate, { channels, refusing });
    await world.launch();
    world.cloud.now += 2 * HOUR;
    // First it is judged, and then acted on.
    const counts = [];
    for (let run = 0; run < 2; run++) counts.push((await work(world.ports, world.rules())).messagesFailed);
    expect(counts).toEqual([counted, 0]);
    expect(world.estate.counts.send).toBe(1);
  });

  test("that one of several channels does not take was told, and is not sent again", async () => {
    const world = new Company({ enforcement: "rules: [{ match: { environment: dev }, mode: [notify] }]" });
    Object.assign(world.estate, { channels: ["email"], refusing: ["slack"] });
    await world.launch();
    await world.pass(2 * DAY);
    expect(world.told()).toEqual([["fallback", "violating"]]);
  });
});

import { presentOf } from "@tagledger/core/flows/remediate/present";
import type { Why } from "@tagledger/core/remediation/refusal";
import { expect, test } from "vitest";
import { ARN, Company, DAY, EVERYTHING, HOUR, ISOLATED, UNTIL_QUARANTINED } from "./company.ts";

const STOPPED = ["ec2:stop", { running: false }];
const EVERYWHERE = `rules: [{ match: { type: "ec2:instance" }, mode: [notify, repair, quarantine], allow: ["ec2:stop"] }]`;
const WITH_ENVIRONMENT = `ml-team: { required: true, values: [vision, ranking] }, ml-environment: { required: false, values: [dev, prod] }`;

test("where nothing is known of the environment, it is only told of", async () => {
  const world = new Company({ enforcement: EVERYWHERE, environments: "stop: false" });
  await world.launch("1", { "ml-team": "Vision" });
  await world.launch("2");
  await world.pass(3 * DAY);
  expect(world.calls()).toEqual([]);
  expect(
    world
      .told()
      .map(([to]) => to)
      .toSorted(),
  ).toEqual(["fallback", "vision"]);
});

test("what says itself that it is production is only told of, also in an account for development", async () => {
  const world = new Company({ enforcement: EVERYWHERE, tags: WITH_ENVIRONMENT });
  await world.launch("1", { "ml-environment": "prod" });
  await world.pass(3 * DAY);
  expect([world.calls(), world.told()]).toEqual([[], [["fallback", "violating"]]]);
});

test("where a rule observes, nothing is set, written, aimed at or sent", async () => {
  const world = new Company({ enforcement: "breaker: {}" });
  await world.launch("1", { "ml-team": "Vision" });
  await world.launch("2");
  await world.pass(5 * DAY);
  expect(world.estate.counts).toEqual({});
  expect(await world.record("2")).toMatchObject({ state: "violating", due: null });
});

test("a rule that nobody turned on tells, and never quarantines", async () => {
  const world = new Company({ isTurnedOn: false });
  await world.launch();
  await world.pass(5 * DAY);
  expect([world.calls(), world.told()]).toEqual([[], [["fallback", "violating"]]]);
  expect(world.estate.messages[0]?.items[0]?.deadline).toBeNull();
});

test("a rule that is turned on after its notice gives a deadline before it quarantines", async () => {
  const world = new Company({ isTurnedOn: false });
  await world.launch();
  await world.pass(3 * DAY);
  world.isTurnedOn = true;
  const turnedOn = world.cloud.now;
  await world.publish({
    enforcement: `rules: [{ match: { environment: dev }, mode: [notify, quarantine] }]`,
  });
  await world.pass(DAY);
  expect([world.happened("violating"), world.happened("quarantined")]).toEqual([2, 1]);
  expect(world.estate.writes[0]?.at).toBeGreaterThanOrEqual(turnedOn + 4 * HOUR);
});

test("a member of an Auto Scaling group is told of and never touched, by its tag", async () => {
  const world = new Company({ enforcement: EVERYTHING });
  await world.launch("1", { "aws:autoscaling:groupName": "workers" });
  await world.launch("2", { "aws:autoscaling:groupName": "workers", "ml-team": "Vision" });
  await world.pass(3 * DAY);
  expect(world.calls()).toEqual([]);
});

test("a member of an Auto Scaling group is never touched where only its service says so", async () => {
  const world = new Company({ enforcement: EVERYTHING });
  const controller = { controller: "auto-scaling", name: "workers" };
  await world.launch("1", {}, { controller });
  await world.launch("2", { "ml-team": "Vision" }, { controller });
  await world.pass(3 * DAY);
  expect(world.calls()).toEqual([]);
  expect(
    world
      .told()
      .map(([, happened]) => happened)
      .join(),
  ).not.toContain("quarantined");
});

test("a rule that only repairs does not write to what a controller keeps, where only its service says so", async () => {
  const world = new Company({
    enforcement: "rules: [{ match: { environment: dev }, mode: [notify, repair] }]",
  });
  await world.launch(
    "1",
    { "ml-team": "Vision" },
    { controller: { controller: "auto-scaling", name: "workers" } },
  );
  await world.pass(DAY);
  expect(world.calls()).toEqual([]);
});

test("a member of an Auto Scaling group is never touched where only a condition shows it", async () => {
  const world = new Company({ enforcement: EVERYTHING });
  const { conditions } = await launched();
  await world.launch("1", {}, { conditions: { ...conditions, "in-auto-scaling-group": true } });
  await world.pass(3 * DAY);
  expect(world.calls()).toEqual([]);
});

test("stopping is done where it is allowed by name and nothing milder can be", async () => {
  const { conditions } = await launched();
  const several = { conditions: { ...conditions, "several-network-interfaces": true } };
  const [allowing, mild] = [new Company({ enforcement: EVERYTHING }), new Company()];
  for (const world of [allowing, mild]) {
    await world.launch("1", {}, several);
    await world.pass(UNTIL_QUARANTINED);
  }
  expect([allowing.calls(), mild.calls()]).toEqual([[STOPPED], []]);
});

test("of what cannot be stopped, as its service says when it is asked, the next remedy is done in its place", async () => {
  const world = new Company({ enforcement: EVERYTHING });
  world.estate.trouble = once("aim", "unsupported");
  await world.launch();
  await world.pass(UNTIL_QUARANTINED);
  expect(world.calls()).toEqual([ISOLATED]);
});

test("what cannot be stopped when it is set is isolated in its place, without a second notice", async () => {
  const world = new Company({ enforcement: EVERYTHING });
  world.estate.trouble = once("set", "unsupported");
  await world.launch();
  await world.pass(UNTIL_QUARANTINED + 2 * HOUR);
  expect(world.calls()).toEqual([ISOLATED]);
  expect(world.happened("violating")).toBe(1);
});

test("what nothing can be done to is told of, and what a person may decide is proposed", async () => {
  const world = new Company();
  world.estate.trouble = (call) => (call === "aim" ? { refused: "unsupported", message: "never" } : null);
  await world.launch();
  await world.pass(3 * DAY);
  expect(world.calls()).toEqual([]);
  const present = presentOf(world.rules(), await world.ledger.history(ARN), world.cloud.now);
  expect(present?.plan.propose).toMatchObject([{ remedy: "quarantine", name: "ec2:terminate" }]);
});

test("what somebody isolated already is left alone, and not asked about without end", async () => {
  const world = new Company();
  await world.launch("1", {}, { fields: { "ec2:isolate": { groups: ["sg-quarantine"] } } });
  await world.pass(2 * DAY);
  expect(world.calls()).toEqual([]);
  expect(world.estate.counts.aim).toBeLessThan(20);
  await world.tag({ "ml-team": "vision" });
  await world.pass(HOUR);
  expect(world.calls()).toEqual([]);
});

/** The first such call is refused. */
function once(name: string, refused: Why) {
  let isFirst = true;
  return (call: string) => {
    if (call !== name || !isFirst) return null;
    isFirst = false;
    return { refused, message: "not to this one" };
  };
}

async function launched() {
  const world = new Company();
  await world.launch();
  const thing = world.estate.things.get(ARN);
  if (thing === undefined) throw new Error(`${ISOLATED} nothing`);
  return thing;
}

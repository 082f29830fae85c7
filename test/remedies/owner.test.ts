import { describe, expect, test } from "vitest";
import { endpointThing, instanceThing } from "../world/estate.ts";
import { KINDS, started } from "../world/kinds.ts";
import { Company, DAY, EVERYTHING, GOOD, HOUR, ISOLATED, MINUTE, UNTIL_QUARANTINED } from "./company.ts";

const [STOP, START] = [
  ["ec2:stop", { running: false }],
  ["ec2:stop", { running: true }],
];
const SCALED = ["sagemaker:scale-endpoint", { instances: 0 }];

async function stopped(): Promise<Company> {
  const world = new Company({ enforcement: EVERYTHING });
  await world.launch();
  await world.pass(UNTIL_QUARANTINED);
  expect(world.calls()).toEqual([STOP]);
  return world;
}

function start(world: Company): void {
  world.estate.things.set(KINDS.instance.arn("1"), instanceThing());
}

describe("an owner who starts an instance that was stopped", () => {
  test.each([true, false])(
    "is not fought: it runs on for a day, and is told of anew (event: %s)",
    async (isTold) => {
      const world = await stopped();
      await world.pass(HOUR);
      start(world);
      if (isTold) await world.hear(started("instance", "1"));
      await world.pass(25 * HOUR);
      expect(world.calls()).toEqual([STOP]);
      expect(await world.record()).toMatchObject({ remediation: { stage: isTold ? "notified" : "slipped" } });
      await world.pass(2 * DAY);
      expect(world.told().map(([, happened]) => happened)).toEqual([
        "violating",
        "quarantined",
        "slipped",
        "violating",
        "quarantined",
      ]);
    },
  );

  test("is told once that it holds no more, and so is the fallback, though a team owns it", async () => {
    const tags = `ml-team: { required: true, values: [vision, ranking] }, ml-project: { required: true }`;
    const world = new Company({ enforcement: EVERYTHING, tags });
    await world.launch("1", GOOD);
    await world.pass(UNTIL_QUARANTINED);
    start(world);
    await world.pass(25 * HOUR);
    const messages = world.estate.messages.filter(({ items }) => items[0]?.happened === "slipped");
    expect(messages).toMatchObject([
      {
        to: { team: "vision" },
        withFallback: true,
        items: [{ remedy: "ec2:stop", remarks: [expect.stringContaining("at least a day")] }],
      },
    ]);
    const others = world.estate.messages.filter((each) => !messages.includes(each));
    expect(others.map(({ withFallback }) => withFallback)).toEqual(others.map(() => undefined));
    const notice = (await world.facts()).filter(
      (fact) => fact.kind === "notified" && fact.about.includes("slipped"),
    );
    expect(notice).toMatchObject([{ about: ["slipped"], to: { team: "vision" } }]);
  });

  test("that is nobody's is told of to the fallback alone", async () => {
    const world = await stopped();
    start(world);
    await world.pass(25 * HOUR);
    expect(world.happened("slipped")).toBe(1);
    const message = world.estate.messages.find(({ items }) => items[0]?.happened === "slipped");
    expect([message?.to, message?.withFallback]).toEqual(["fallback", undefined]);
  });

  test("and then tags it finds it running as it is", async () => {
    const world = await stopped();
    start(world);
    await world.hear(started("instance", "1"));
    await world.tag(GOOD);
    await world.pass(2 * DAY);
    expect(world.calls()).toEqual([STOP]);
    expect(await world.record()).toMatchObject({ state: "compliant", due: null });
  });
});

describe("an owner who changes groups during a quarantine", () => {
  test("and tags it keeps them, and is told of that", async () => {
    const world = new Company();
    await world.launch();
    await world.pass(UNTIL_QUARANTINED);
    world.thing().fields["ec2:isolate"] = { groups: ["sg-own"] };
    await world.tag(GOOD);
    await world.pass(HOUR);
    expect(world.calls()).toEqual([ISOLATED]);
    expect(world.thing().fields["ec2:isolate"]).toEqual({ groups: ["sg-own"] });
    expect(world.told().at(-1)).toEqual(["vision", "conflict"]);
    const released = (await world.facts()).find(({ kind }) => kind === "released");
    expect(released).toMatchObject({ restored: {}, conflicts: [{ field: "groups", found: ["sg-own"] }] });
  });

  test("while it is begun and not done keeps them, too", async () => {
    const world = new Company();
    world.estate.trouble = (call) => (call === "set" ? { refused: "throttled", message: "slow down" } : null);
    await world.launch();
    await world.pass(UNTIL_QUARANTINED);
    world.thing().fields["ec2:isolate"] = { groups: ["sg-own"] };
    world.estate.trouble = () => null;
    await world.pass(20 * HOUR);
    expect(world.calls()).toEqual([]);
    await world.tag(GOOD);
    await world.pass(DAY);
    expect(world.thing().fields["ec2:isolate"]).toEqual({ groups: ["sg-own"] });
  });
});

describe("an endpoint that is deleted during its quarantine and made anew under its name", () => {
  async function scaled(): Promise<Company> {
    const world = new Company({ enforcement: EVERYTHING });
    world.make(KINDS.endpoint, "e", {}, endpointThing());
    await world.hear(KINDS.endpoint.create("e", {}));
    await world.pass(UNTIL_QUARANTINED);
    expect(world.calls()).toEqual([SCALED]);
    world.destroy("e", KINDS.endpoint);
    await world.hear(KINDS.endpoint.remove("e"));
    await world.pass(10 * MINUTE);
    return world;
  }

  test("is not given back what the old one had", async () => {
    const world = await scaled();
    world.make(
      KINDS.endpoint,
      "e",
      GOOD,
      endpointThing({ fields: { "sagemaker:scale-endpoint": { instances: 0 } } }),
    );
    await world.hear(KINDS.endpoint.create("e", GOOD));
    await world.pass(2 * DAY);
    expect(world.calls()).toEqual([SCALED]);
  });

  test("is not quarantined on the notice of the old one", async () => {
    const world = await scaled();
    world.make(KINDS.endpoint, "e", {}, endpointThing());
    await world.hear(KINDS.endpoint.create("e", {}));
    const made = world.cloud.now;
    await world.pass(DAY);
    expect(world.calls()).toEqual([SCALED, SCALED]);
    const notice = world.estate.messages.findLast(({ items }) => items[0]?.happened === "violating");
    expect(notice?.at).toBeGreaterThan(made + HOUR);
    expect(world.estate.writes[1]?.at).toBeGreaterThanOrEqual(
      notice?.items[0]?.deadline ?? Number.POSITIVE_INFINITY,
    );
  });
});

test("what was stopped is started again when its tags are right", async () => {
  const world = await stopped();
  await world.tag(GOOD);
  await world.pass(HOUR);
  expect(world.calls()).toEqual([STOP, START]);
});

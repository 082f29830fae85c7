import { memoryLedger } from "@tagledger/adapters/memory/ledger";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { offlinePrices } from "@tagledger/adapters/prices/offline";
import { loadConfig } from "@tagledger/core/config/load";
import { askRelease } from "@tagledger/core/flows/ask-release";
import { enforce } from "@tagledger/core/flows/enforce";
import { rulesOf } from "@tagledger/core/flows/rules";
import { work } from "@tagledger/core/flows/work";
import { beforeEach, describe, expect, test } from "vitest";
import { Cloud } from "./world/cloud.ts";
import { Estate, instanceThing } from "./world/estate.ts";
import { KINDS } from "./world/kinds.ts";

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];
const START = Date.UTC(2026, 8, 1, 12);
const ARN = KINDS.instance.arn("1");
const GOOD = { "ml-team": "vision" };

function configured(enforcement: string) {
  const { config } = loadConfig(
    `version: 1
tags: { ml-team: { required: true, values: [vision, ranking] } }
teams: { vision: {}, ranking: {} }
enforcement:
  since: 2026-01-01
  environments: { dev: { accounts: ["444455556666"] } }
  default: { mode: observe, grace: 1h, deadline: 4h }
${enforcement}
`,
    "rules.yaml",
  );
  return { config, hash: nodeHash.sha256(JSON.stringify(config)) };
}

const EVERYTHING = `  rules: [{ match: { type: "ec2:instance", environment: dev }, mode: [notify, repair, quarantine] }]`;

/** A company in which one thing happens after the other. */
function company(enforcement = EVERYTHING) {
  const cloud = new Cloud({ lag: () => 0, trouble: () => null });
  cloud.now = START;
  const ledger = memoryLedger();
  const state = { published: configured(enforcement) };
  const estate = new Estate(cloud, async () => state.published);
  const ports = {
    ledger,
    inventory: cloud,
    prices: offlinePrices(),
    hash: nodeHash,
    remedies: estate,
    tagger: estate,
    notifier: estate,
    configurations: estate,
    clock: () => cloud.now,
  };
  let events = 0;
  const rules = () => rulesOf(state.published.config, state.published.hash, () => true);
  const hear = async (call: Readonly<Record<string, unknown>>) => {
    const eventTime = new Date(cloud.now).toISOString().replace(".000Z", "Z");
    await enforce(ports, rules(), {
      record: { ...call, eventTime, eventID: `event-${events++}` },
      now: cloud.now,
    });
  };
  return {
    cloud,
    estate,
    ledger,
    state,
    ports,
    rules,
    hear,
    async launch(tags: Record<string, string> = {}) {
      cloud.become(ARN, tags);
      estate.things.set(ARN, instanceThing());
      await hear(KINDS.instance.create("1", tags));
    },
    async tag(tags: Record<string, string>) {
      cloud.become(ARN, { ...cloud.truth(ARN, cloud.now), ...tags });
      await hear(KINDS.instance.tag("1", tags));
    },
    /** Lets time pass, with the work of each minute. */
    async pass(milliseconds: number) {
      const end = cloud.now + milliseconds;
      while (cloud.now < end) {
        cloud.now = Math.min(end, cloud.now + 10 * MINUTE);
        await work(ports, rules());
      }
    },
    async record() {
      return (await ledger.history(ARN)).incarnations.at(-1);
    },
    calls: () => estate.writes.map(({ call, fields }) => [call, fields]),
    told: () => estate.messages.map(({ to, items }) => [to, items.map(({ happened }) => happened)]),
  };
}

let world = company();
beforeEach(() => {
  world = company();
});

describe("an instance without tags", () => {
  test("is told of after its grace, isolated after the deadline, and given back when its tags are right", async () => {
    await world.launch();
    await world.pass(50 * MINUTE);
    expect([world.calls(), world.told()]).toEqual([[], []]);
    await world.pass(HOUR);
    expect(world.told()).toEqual([["fallback", ["violating"]]]);
    expect(world.calls()).toEqual([]);
    await world.pass(5 * HOUR);
    expect(world.calls()).toEqual([["ec2:isolate", { groups: ["sg-quarantine"] }]]);
    expect(await world.record()).toMatchObject({ state: "violating", remediation: { stage: "quarantined" } });
    await world.pass(HOUR);
    await world.tag(GOOD);
    await world.pass(HOUR);
    expect(world.calls().at(-1)).toEqual(["ec2:isolate", { groups: ["sg-1", "sg-2"] }]);
    expect(world.told()).toEqual([
      ["fallback", ["violating"]],
      ["fallback", ["quarantined"]],
      [{ team: "vision" }, ["released"]],
    ]);
    expect(await world.record()).toMatchObject({
      state: "compliant",
      due: null,
      remediation: { stage: "released" },
    });
    await world.pass(3 * DAY);
    expect(world.estate.writes).toHaveLength(2);
  });
});

describe("a quarantine", () => {
  test("is given back when a person asks for it, and not done again within a day", async () => {
    await world.launch();
    await world.pass(8 * HOUR);
    expect(world.calls()).toHaveLength(1);
    const { quarantine, why } = await askRelease(world.ports, world.rules(), {
      resource: ARN,
      by: "ann",
      reason: "demo",
    });
    expect([quarantine.ended?.how, why]).toEqual(["released", null]);
    await world.pass(20 * HOUR);
    expect(world.calls()).toHaveLength(2);
  });
});

import { memoryLedger } from "@tagledger/adapters/memory/ledger";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { offlinePrices } from "@tagledger/adapters/prices/offline";
import { loadConfig } from "@tagledger/core/config/load";
import { coverage } from "@tagledger/core/flows/coverage";
import { drainDue } from "@tagledger/core/flows/drain-due";
import { enforce } from "@tagledger/core/flows/enforce";
import { rulesOf } from "@tagledger/core/flows/rules";
import { sweep } from "@tagledger/core/flows/sweep";
import { beforeEach, describe, expect, test } from "vitest";
import { Cloud } from "./world/cloud.ts";
import { KINDS } from "./world/kinds.ts";

const { config } = loadConfig(
  `version: 1
tags: { ml-team: { required: true, values: [vision, ranking] } }
enforcement: { default: { mode: observe, grace: 1h } }
`,
  "rules.yaml",
);
const RULES = rulesOf(config, "c0ffee");
const GOOD = { "ml-team": "vision" };
const [MINUTE, HOUR] = [60_000, 3_600_000];
const START = Date.UTC(2026, 8, 1, 12);
const ARN = KINDS.queue.arn("jobs");

let ledger = memoryLedger();
let cloud = calm();

beforeEach(() => {
  ledger = memoryLedger();
  cloud = calm();
});

/** A cloud whose reads are always true. */
function calm(): Cloud {
  const quiet = new Cloud({ lag: () => 0, trouble: () => null });
  quiet.now = START;
  return quiet;
}

function ports() {
  return { ledger, inventory: cloud, prices: offlinePrices(), hash: nodeHash };
}

async function sweepAt(now: number, rules = RULES) {
  cloud.now = now;
  return sweep(ports(), rules, { now });
}

async function drainAt(now: number): Promise<void> {
  cloud.now = now;
  while ((await drainDue(ports(), RULES, { now, limit: 10 })).done > 0);
}

async function create(tags: Record<string, string>, name = "jobs"): Promise<void> {
  const eventTime = new Date(START).toISOString().replace(".000Z", "Z");
  const record = { ...KINDS.queue.create(name, tags), eventTime, eventID: `made-${name}` };
  cloud.become(KINDS.queue.arn(name), tags);
  await enforce(ports(), RULES, { record, now: START + MINUTE });
}

async function last(arn = ARN) {
  return (await ledger.history(arn)).incarnations.at(-1);
}

describe("a sweep", () => {
  test("changes nothing where all is as the events told", async () => {
    await create(GOOD);
    const before = await ledger.history(ARN);
    expect(await sweepAt(START + HOUR)).toEqual({
      found: 1,
      neverSeen: 0,
      drifted: 0,
      vanished: 0,
      judgedAnew: 0,
    });
    expect(await ledger.history(ARN)).toEqual(before);
  });

  test("finds what no event told of, which violates after its grace like anything else", async () => {
    cloud.become(ARN, {});
    expect(await sweepAt(START)).toMatchObject({ found: 1, neverSeen: 1 });
    expect(await last()).toMatchObject({ state: "pending", foundBy: "sweep", created: START });
    await drainAt(START + 2 * HOUR);
    expect(await last()).toMatchObject({ state: "violating", foundBy: "sweep" });
  });

  test("knows by the event what a late event tells of after all", async () => {
    cloud.become(ARN, GOOD);
    await sweepAt(START + 10 * MINUTE);
    await create(GOOD);
    const { incarnations } = await ledger.history(ARN);
    expect(incarnations).toMatchObject([{ incarnation: "made-jobs", foundBy: "event", created: START }]);
  });

  test("finds tags that changed without an event", async () => {
    await create(GOOD);
    cloud.now = START + HOUR;
    cloud.become(ARN, {});
    expect(await sweepAt(START + 2 * HOUR)).toMatchObject({ drifted: 1 });
    expect(await last()).toMatchObject({ state: "pending" });
    await drainAt(START + 4 * HOUR);
    expect(await last()).toMatchObject({ state: "violating" });
  });

  test("leaves alone what was made a moment ago, as lists lag", async () => {
    await create({});
    expect(await sweepAt(START + 2 * MINUTE)).toMatchObject({ found: 1, drifted: 0 });
  });

  test("takes for gone what it misses twice", async () => {
    await create(GOOD);
    cloud.become(ARN, null);
    expect(await sweepAt(START + HOUR)).toMatchObject({ found: 0, vanished: 1 });
    expect(await last()).toMatchObject({ state: "compliant" });
    expect(await sweepAt(START + 25 * HOUR)).toMatchObject({ vanished: 1 });
    expect(await last()).toMatchObject({ state: "gone", ended: START + HOUR });
    expect(await sweepAt(START + 50 * HOUR)).toMatchObject({ vanished: 0 });
  });

  test("does not take for alive what was deleted and is still listed, nor for gone what was just made", async () => {
    await create(GOOD);
    expect(await sweepAt(START + MINUTE)).toMatchObject({ vanished: 0 });
    const eventTime = new Date(START + HOUR).toISOString().replace(".000Z", "Z");
    const record = { ...KINDS.queue.remove("jobs"), eventTime, eventID: "removed" };
    await enforce(ports(), RULES, { record, now: START + HOUR });
    expect(await sweepAt(START + 3 * HOUR)).toMatchObject({ found: 1, neverSeen: 0 });
    expect(await last()).toMatchObject({ state: "gone" });
    expect(await sweepAt(START + 48 * HOUR)).toMatchObject({ neverSeen: 1 });
    expect(await last()).toMatchObject({ state: "compliant", foundBy: "sweep" });
  });

  test("knows a queue again that it found, where a call makes it once more", async () => {
    cloud.now = START - 2 * HOUR;
    cloud.become(ARN, GOOD);
    await sweepAt(START - HOUR);
    await create({});
    const { incarnations } = await ledger.history(ARN);
    expect(incarnations).toMatchObject([{ incarnation: "before", state: "compliant", foundBy: "sweep" }]);
  });

  test("and names that vanish many times stay writable", async () => {
    for (let round = 0; round < 60; round++) {
      const now = START + round * 100 * HOUR;
      const eventTime = new Date(now).toISOString().replace(".000Z", "Z");
      await enforce(ports(), RULES, {
        record: { ...KINDS.bucket.create("again", {}), eventTime, eventID: `again-${round}` },
        now,
      });
      await drainAt(now + 40 * HOUR);
      await drainAt(now + 60 * HOUR);
    }
    const { incarnations } = await ledger.history(KINDS.bucket.arn("again"));
    expect(incarnations).toHaveLength(60);
    expect(incarnations.every(({ state }) => state === "gone")).toBe(true);
  });

  test("takes nothing for gone that lists do not hold", async () => {
    await create(GOOD);
    cloud.become(ARN, null);
    cloud.lists = () => false;
    expect(await sweepAt(START + HOUR)).toMatchObject({ found: 0, vanished: 0 });
  });

  test("takes nothing for gone where a list breaks off", async () => {
    await create(GOOD);
    cloud.list = async function* () {
      yield [];
      throw new Error("throttled for good");
    };
    await expect(sweepAt(START + HOUR)).rejects.toThrow("throttled for good");
    expect((await ledger.history(ARN)).facts.map(({ kind }) => kind)).not.toContain("missed");
  });

  test("judges anew what another configuration judged last", async () => {
    await create(GOOD);
    const stricter = loadConfig("version: 1\ntags: { owner: { required: true } }\n", "rules.yaml");
    const rules = rulesOf(stricter.config, "0ther");
    expect(await sweepAt(START + HOUR, rules)).toMatchObject({ judgedAnew: 1 });
    expect(await last()).toMatchObject({ configuration: "0ther", state: "pending" });
    expect(await sweepAt(START + HOUR, rules)).toMatchObject({ judgedAnew: 0 });
  });
});

describe("coverage", () => {
  test("counts every event and every resource once", async () => {
    await create(GOOD);
    await create({}, "bare");
    const read = { ...KINDS.queue.create("x", {}), eventName: "ListQueues", readOnly: true, eventID: "read" };
    for (const record of [read, read, { no: "event" }]) await enforce(ports(), RULES, { record, now: START });
    const covered = await coverage({ ledger }, { days: ["2026-09-01"], now: START + 2 * HOUR });
    expect(covered.events).toEqual({
      seen: 4,
      evaluated: 2,
      skipped: 1,
      failed: 1,
      reasons: [
        { value: expect.stringContaining("event"), count: 1 },
        { value: "not-a-creation", count: 1 },
      ],
    });
    expect(covered.resources).toMatchObject({ total: 2, decided: 1, pending: 1, failed: 0 });
    expect(covered.resources.oldestDue).toBe("2026-09-01T13:05:00.000Z");
    await drainAt(START + 2 * HOUR);
    expect((await coverage({ ledger }, { days: [], now: START + 2 * HOUR })).resources).toMatchObject({
      decided: 2,
      pending: 0,
      oldestDue: null,
    });
  });
});

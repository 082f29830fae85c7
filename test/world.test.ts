import { memoryLedger } from "@tagledger/adapters/memory/ledger";
import { loadConfig } from "@tagledger/core/config/load";
import { coverage } from "@tagledger/core/flows/coverage";
import type { Fact } from "@tagledger/core/ledger/fact";
import { beforeAll, describe, expect, test } from "vitest";
import { GRACE } from "./world/scenarios.ts";
import { type Simulated, simulate } from "./world/simulate.ts";

const { config } = loadConfig(
  `version: 1
dimensions: { team: ml-team, project: ml-project }
tags:
  ml-team: { required: true, values: [vision, ranking] }
  ml-project: { required: true, pattern: "[a-z]{2,20}" }
enforcement: { default: { mode: observe, grace: 1h } }
`,
  "world.yaml",
);

const [HOUR, DAY] = [3_600_000, 86_400_000];
const START = Date.UTC(2026, 8, 1);
const DAYS = 30;
const RESOURCES = 20_000;
/** Waiting for reads that lag and fail takes its time. */
const PATIENCE = GRACE + 8 * HOUR;

const ledger = memoryLedger();
let world: Simulated;

beforeAll(async () => {
  world = await simulate(ledger, config, { seed: "a month", resources: RESOURCES, days: DAYS, start: START });
}, 600_000);

describe("a month of twenty thousand resources", () => {
  test("no resource that was tagged correctly within its grace is ever called violating", async () => {
    const wronged: string[] = [];
    for (const { arn, scenario } of world.told) {
      if (!scenario.isGood) continue;
      const { facts } = await ledger.history(arn);
      if (facts.some(isViolation)) wronged.push(`${arn}: ${scenario.name}`);
    }
    expect(wronged).toEqual([]);
  });

  test("every resource that stays without its tags is found, those too whose event was lost", async () => {
    const stays = world.told.filter(({ scenario, began }) => {
      const last = scenario.acts.at(-1)?.after ?? 0;
      return scenario.staysBad && began + last + PATIENCE < world.end;
    });
    const missed: string[] = [];
    for (const { arn, scenario } of stays) {
      const { incarnations } = await ledger.history(arn);
      const state = incarnations.at(-1)?.state ?? "never seen";
      const isLate = state === "never seen" && scenario.name === "never tagged";
      if (state !== "violating" && !isLate) missed.push(`${arn}: ${scenario.name}: ${state}`);
    }
    expect(stays.length).toBeGreaterThan(RESOURCES / 10);
    expect(missed).toEqual([]);
  });

  test("what is said in the end is what is true", async () => {
    const wrong: string[] = [];
    for (const { arn, began, scenario, isUntold } of world.told) {
      const last = began + (scenario.acts.at(-1)?.after ?? 0);
      // Late events are still under way, and two sweeps take two weeks.
      if (last + (isUntold ? 15 : 3) * DAY > world.end) continue;
      const { incarnations } = await ledger.history(arn);
      const record = incarnations.at(-1);
      if (record === undefined) continue;
      const tags = world.cloud.truth(arn, world.end);
      const expected = tags === null ? "gone" : scenario.staysBad ? "violating" : "compliant";
      if (record.state !== expected) wrong.push(`${arn}: ${scenario.name}: ${record.state}, not ${expected}`);
    }
    expect(wrong).toEqual([]);
  });

  test("every event is accounted for, once", async () => {
    const days = Array.from({ length: DAYS + 3 }, (_, day) =>
      new Date(START + day * DAY).toISOString().slice(0, 10),
    );
    const { events, resources } = await coverage({ ledger }, { days, now: world.end });
    expect(events.seen).toBe(world.delivered.size);
    expect(events.failed).toBe(0);
    const { total, decided, pending, failed } = resources;
    expect(decided + pending + failed).toBe(total);
  });

  test("nothing that is due waits", async () => {
    expect(await ledger.due(world.end, 1000)).toEqual([]);
  });
});

function isViolation(fact: Fact): boolean {
  return fact.kind === "decided" && fact.verdict === "violating";
}

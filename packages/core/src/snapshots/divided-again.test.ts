import { describe, expect, test } from "vitest";
import { sum } from "../costs/money.ts";
import { used } from "../costs/sharing/testing/share.ts";
import { configOf } from "../costs/testing/attribution.ts";
import { dividedAgain } from "./divided-again.ts";
import { teamTotals } from "./team-totals.ts";
import { madeSnapshot } from "./testing/made-snapshot.ts";

// No team is named: all that the bill and usage name are teams.
const OPEN = configOf(`
dimensions: { team: ml-team }
scope: { services: [AmazonEC2, AmazonECR, AmazonS3] }
pools:
  - { name: gpu, match: { service: AmazonEC2 }, method: usage, metric: { use: 1 }, idle: separate }
  - { name: registry, match: { service: AmazonECR }, method: even }
  - { name: named, match: { service: AmazonECR }, method: even, to: [outsider] }`);
const LINES = [
  { service: "AmazonEC2", amount: "10" },
  { service: "AmazonECR", amount: "10" },
  { service: "AmazonS3", amount: "0", tags: { "ml-team": "free" } },
  { service: "AmazonS3", amount: "3", tags: { "ml-team": "nlp" } },
  { service: "AmazonS3", amount: "4" },
  { service: "AWSSupport", amount: "5" },
];
const USAGE = [used("gpu", "vision", "1"), used("gpu", "capacity", "4")];

describe("a snapshot that is divided again", () => {
  test("comes out the same, also where only charges and usage say who is a team", async () => {
    const snapshot = await madeSnapshot(OPEN, LINES, USAGE);
    const again = dividedAgain(snapshot);
    expect(again.pools.map(({ pool, shares }) => [pool.name, shares])).toEqual(
      snapshot.pools.map(({ pool, shares }) => [pool, shares]),
    );
    const registry = again.pools.find(({ pool }) => pool.name === "registry");
    expect(
      registry?.shares.flatMap(({ destination }) => ("leaf" in destination ? destination.leaf.team : [])),
    ).toEqual(["free", "nlp", "vision"]);
  });

  test("sums to the bill, with what is nobody's", async () => {
    const snapshot = await madeSnapshot(OPEN, LINES, USAGE);
    const totals = teamTotals(dividedAgain(snapshot));
    expect(sum(totals.map(({ amount }) => amount))).toBe(snapshot.report.totals.bill);
    const { unallocated, excluded } = snapshot.report.totals;
    expect(totals.find(({ team }) => team === null)?.amount).toBe(unallocated + excluded);
  });
});

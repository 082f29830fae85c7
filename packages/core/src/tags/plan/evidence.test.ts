import { expect, test } from "vitest";
import { company } from "../testing/make-config.ts";
import { evidenceOf } from "./evidence.ts";

const isGood = evidenceOf(company());
const written = { key: "ml-team", value: "vision", by: "spelling", from: "VISION", removes: [] } as const;
const inferred = { ...written, by: "owner" } as const;

function owner(team: string | null, confidence: number) {
  return { team, confidence, evidence: [] };
}

test("a team that somebody wrote needs no more evidence", () => {
  expect(isGood(written, owner(null, 0))).toBe(true);
});

test("a team that nobody wrote as it is needs enough of it, for that very team", () => {
  for (const repair of [inferred, { ...inferred, key: "team" }, { ...written, by: "near-value" } as const]) {
    expect(isGood(repair, owner("vision", 0.8))).toBe(true);
    expect(isGood(repair, owner("vision", 0.79))).toBe(false);
    expect(isGood(repair, owner("fraud-detection", 1))).toBe(false);
  }
});

test("what says nothing of a team needs no owner", () => {
  const workload = { ...written, key: "ml-workload-type", value: "training", by: "api" } as const;
  expect(isGood(workload, owner(null, 0))).toBe(true);
});

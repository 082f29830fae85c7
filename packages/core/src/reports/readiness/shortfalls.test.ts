import { describe, expect, test } from "vitest";
import type { ReadinessFigures } from "./figures.ts";
import { figuresText, shortfalls } from "./shortfalls.ts";

const DAY = 86_400_000;
const NOW = 100 * DAY;
const THRESHOLDS = { days: 14, decided: 0.95, disputed: 0.02 };

function figures(some: Partial<ReadinessFigures>): ReadinessFigures {
  return {
    observedSince: NOW - 14 * DAY,
    resources: 100,
    graceOver: 100,
    decided: 95,
    violating: 10,
    accused: 50,
    disputed: 1,
    fixedInGrace: 0,
    ownerKnown: 100,
    controllers: [],
    mildest: { reversible: 10, lossy: 0, final: 0, none: 0 },
    hourly: new Map(),
    sinceDeadline: new Map(),
    unpriced: 0,
    ...some,
  };
}

const missing = (some: Partial<ReadinessFigures>) => shortfalls(figures(some), THRESHOLDS, NOW);

describe("a rule is ready in an account", () => {
  test("when all its figures are just good enough", () => {
    expect(missing({})).toEqual([]);
  });

  test("when nothing was ever found violating", () => {
    expect(missing({ violating: 0, accused: 0, disputed: 0 })).toEqual([]);
  });
});

describe("a rule is not ready in an account", () => {
  test.each<[string, Partial<ReadinessFigures>, string]>([
    [
      "that was observed a moment too short",
      { observedSince: NOW - 14 * DAY + 1 },
      "observed for 13.9 days, 14 are needed",
    ],
    ["where no grace is over", { graceOver: 0, decided: 0 }, "no resource's grace is over yet"],
    ["where one verdict is missing", { decided: 94 }, "decided 0.94 (94 of 100), at least 0.95 is needed"],
    [
      "where one verdict too many was disputed",
      { accused: 49 },
      "disputed 0.021 (1 of 49), at most 0.02 is allowed",
    ],
  ])("%s", (_what, some, sentence) => {
    expect(missing(some)).toEqual([sentence]);
  });

  test("for all reasons at once", () => {
    expect(missing({ observedSince: NOW, decided: 0, disputed: 50 })).toHaveLength(3);
  });
});

test("figures in words are never better than they are", () => {
  const all = figures({ graceOver: 1000, decided: 949, accused: 999, disputed: 20 });
  expect(figuresText({ ...all, graceOver: 10_000, decided: 9_499 }, THRESHOLDS, NOW)).toEqual([
    "observed 14 of 14 days",
    "decided 0.949 (9499 of 10000) of 0.95",
    "disputed 0.021 (20 of 999) of 0.02",
    "10 violating of 100",
  ]);
});

import { expect, test } from "vitest";
import { loadConfig } from "../../config/load.ts";
import { PERIOD, used } from "./testing/share.ts";
import { unweighed } from "./unweighed.ts";

const { config } = loadConfig(
  `version: 1
pools:
  - { name: gpu, method: usage, metric: { gpu-hours: 1, reads: 0 } }
  - { name: support, method: even }`,
  "tagledger.yaml",
);
const told = (pool: string, metric: string, more = {}) =>
  unweighed([used(pool, "vision", "1", { metric, place: "u/usage.csv:2", ...more })], config, PERIOD);

test("a metric that its pool does not ask for is told with the file, once", () => {
  const rows = [2, 3].map((line) =>
    used("gpu", "vision", "1", { metric: "nometric", place: `usage.csv:${line}` }),
  );
  expect(unweighed(rows, config, PERIOD)).toEqual([
    "usage.csv: metric nometric weighs nothing in gpu, which asks for gpu-hours, reads",
  ]);
});

test("a metric that is misspelt is told with the one that is meant", () => {
  expect(told("gpu", "gpu-hour")).toEqual([
    'u/usage.csv: metric gpu-hour weighs nothing in gpu, which asks for gpu-hours, reads: did you mean "gpu-hours"?',
  ]);
});

test("usage of a pool that no usage divides is told", () => {
  expect(told("support", "gpu-hours")).toEqual([
    "u/usage.csv: metric gpu-hours weighs nothing in support, which is divided by the method even, whatever is used",
  ]);
});

test("what a pool asks for is not told, whatever it weighs, nor what is of other months", () => {
  expect([...told("gpu", "gpu-hours"), ...told("gpu", "reads")]).toEqual([]);
  const before = { start: PERIOD.start - 7_200_000, end: PERIOD.start };
  expect(told("gpu", "nometric", before)).toEqual([]);
});

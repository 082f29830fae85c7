import { expect, test } from "vitest";
import { metricWeight } from "./metric-weight.ts";

test("a metric weighs what its pool says, and nothing where the pool does not name it", () => {
  const pool = { metric: { "gpu-hours": "2" } };
  const names = ["gpu-hours", "reads", "constructor", "toString", "__proto__"];
  expect(names.map((name) => metricWeight(pool, name))).toEqual(["2", ...Array(4).fill(undefined)]);
});

import { expect, test } from "vitest";
import { methodDetails } from "./details.ts";

test("the unit of a metric whose name every object of a program has is its name", () => {
  const whole = { n: 1n, d: 1n };
  const used = { metric: "constructor", quantity: { n: 10n ** 24n, d: 1n }, weight: whole };
  const pool = {
    pool: "k8s",
    method: "usage",
    metric: { constructor: "2" },
    shares: [],
  } as const;
  const details = methodDetails({ pool, elements: [{ used, weight: whole, ratio: 10n ** 24n }] });
  expect(JSON.parse(details)).toEqual({
    Elements: [
      {
        AllocatedRatio: 1,
        UsageUnit: "constructor",
        UsageQuantity: 1,
        x_Metric: "constructor",
        x_MetricWeight: "2",
        x_Ratio: "1/1",
      },
    ],
  });
});

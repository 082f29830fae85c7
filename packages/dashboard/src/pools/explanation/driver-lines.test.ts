import { expect, test } from "vitest";
import { quantity } from "../../money/ratio.ts";
import { driverLines } from "./driver-lines.ts";
import type { ExplainedDriver } from "./explanation-answer.ts";

const DRIVER: ExplainedDriver = {
  pool: "cpu",
  dividedBy: { method: "usage", usage: "2026-09" },
  metric: { cores: "9", memory: "1" },
  consumers: [
    { consumer: "vision", quantities: { cores: "1/2", memory: "3/1" }, fraction: "1/4" },
    { consumer: "idle", quantities: {}, fraction: "1/2" },
    { consumer: "others", quantities: { cores: "1/3" }, fraction: "1/4" },
    { consumer: "capacity", quantities: { cores: "10/1", memory: "40/1" }, fraction: null },
  ],
  places: [],
};

test("what there is to use is a base, and no consumer", () => {
  const { metrics, consumers, bases } = driverLines(DRIVER);
  expect(metrics).toEqual(["cores", "memory"]);
  expect(consumers.map(({ consumer }) => consumer)).toEqual(["vision", "idle", "others"]);
  const read = bases.map(({ says, quantities }) => [
    says,
    ...quantities.map((each) => each && quantity(each)),
  ]);
  expect(read).toEqual([
    ["used by all", "0.833", "3"],
    ["capacity", "10", "40"],
  ]);
});

test("what nothing was measured of has no base", () => {
  const { metrics, bases } = driverLines({ ...DRIVER, metric: null });
  expect([metrics, bases]).toEqual([[], []]);
});

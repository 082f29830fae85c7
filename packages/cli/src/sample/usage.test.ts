import { describe, expect, it } from "vitest";
import { FEATURES } from "./company/tables.ts";
import { createCompany } from "./company.ts";
import { decimal, toText, whole } from "./decimal.ts";
import { DAY, HOUR, MONTH, overlap } from "./month.ts";
import { createRandom } from "./random.ts";
import { toCsv } from "./usage/row.ts";
import { createUsage } from "./usage.ts";

const random = createRandom("1");
const company = createCompany(random.fork("company"));
const rows = createUsage(company, random.fork("usage"));
const total = (chosen: typeof rows) => chosen.reduce((sum, { quantity }) => sum + decimal(quantity), 0n);
const of = (pool: string, metric: string, day?: number) =>
  rows.filter((row) => row.pool === pool && row.metric === metric && (day === undefined || row.day === day));

describe("usage", () => {
  it.each([
    ["eks-gpu", "gpu-hours"],
    ["eks-cpu", "cpu-core-hours"],
    ["eks-cpu", "memory-gib-hours"],
  ])("of %s in %s stays below what there was, and leaves some idle", (pool, metric) => {
    for (let day = 0; day < MONTH.days; day++) {
      const capacity = total(of(pool, metric, day).filter(({ team }) => team === "capacity"));
      const used = total(of(pool, metric, day).filter(({ team }) => team !== "capacity"));
      expect(used).toBeGreaterThan(capacity / 2n);
      expect(used).toBeLessThan(capacity);
    }
  });

  it("has as many GPU hours as the machines on the bill", () => {
    const seconds = company.nodes
      .filter(({ machine }) => machine === "p5.48xlarge")
      .reduce((sum, { life }) => sum + overlap(life, { from: 0, until: MONTH.seconds }), 0);
    const capacity = total(of("eks-gpu", "gpu-hours").filter(({ team }) => team === "capacity"));
    expect(toText(capacity)).toBe(String((seconds / HOUR) * 8));
  });

  it("divides every read of the feature store that was billed", () => {
    const [features] = company.tables.filter(({ name }) => name === FEATURES);
    const reads = features?.readsByHour.reduce((sum, count) => sum + count, 0) ?? 0;
    expect(total(of("feature-store", "reads"))).toBe(whole(reads));
  });

  it("knows a project here, an experiment there, and elsewhere only the team or another pool", () => {
    expect(rows.some(({ team }) => team === "pool:feature-store")).toBe(true);
    expect(rows.some(({ experiment }) => experiment !== undefined)).toBe(true);
    expect(rows.some(({ team, project }) => team !== "capacity" && project === undefined)).toBe(true);
  });

  it("is written as a CSV with whole days", () => {
    const [header, first] = toCsv(rows).split("\n");
    expect(header).toBe("start,end,pool,team,metric,quantity,project,workload,environment,experiment");
    expect(first).toMatch(
      /^2026-09-01T00:00:00Z,2026-09-02T00:00:00Z,eks-gpu,capacity,gpu-hours,[\d.]+,,,,$/,
    );
    const row = { pool: 'a "b"', team: "c,d", metric: "m", day: DAY / DAY, quantity: "1" };
    expect(toCsv([row])).toContain('"a ""b""","c,d",m,1,,,,\n');
  });
});

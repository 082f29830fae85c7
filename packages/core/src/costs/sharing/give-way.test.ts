import { describe, expect, test } from "vitest";
import { giveWay } from "./give-way.ts";
import type { ToldUse } from "./told-once.ts";
import type { UsageRow } from "./usage.ts";

const HOUR = 3_600_000;

function row(team: string, hour: number, more: Partial<UsageRow> = {}): UsageRow {
  const dimensions = { project: null, workload: null, environment: null, experiment: null };
  const at = { start: hour * HOUR, end: (hour + 1) * HOUR };
  return {
    ...at,
    pool: "gpu",
    metric: "gpu-hours",
    team,
    quantity: 3n,
    place: `late.csv:${hour + 2}`,
    ...dimensions,
    ...more,
  };
}

function measured(kind: ToldUse["kind"], ...rows: readonly UsageRow[]): ToldUse {
  return { name: `${kind} one`, kind, rows };
}

describe("what was uploaded", () => {
  test("gives way where something measures the metric of the pool at that time, whoever used it", () => {
    const source = measured("prometheus", row("red", 3), row("red", 4), row("capacity", 9));
    const own = [row("blue", 2), row("blue", 3), row("blue", 4), row("blue", 9)];
    const others = [row("blue", 3, { pool: "cpu" }), row("blue", 3, { metric: "gib" }), row("capacity", 3)];
    const { rows, notes } = giveWay([...own, ...others], [source]);
    expect(rows).toEqual([own[0], own[3], ...others]);
    expect(notes).toEqual([
      "gpu gpu-hours: 2 rows are left out, as prometheus one tells the same use: the first is late.csv:5",
    ]);
  });

  test("gives way to a file only where that tells of the same team, time and dimensions, whatever the quantity", () => {
    const source = measured("csv", row("red", 3, { quantity: 7n, place: "usage.csv:2" }));
    const own = [row("red", 3), row("red", 4), row("blue", 3), row("red", 3, { project: "chat" })];
    const { rows, notes } = giveWay(own, [source]);
    expect(rows).toEqual(own.slice(1));
    expect(notes).toHaveLength(1);
  });

  test("stays where nothing else tells it", () => {
    const own = [row("red", 1), row("red", 2)];
    expect(giveWay(own, [])).toEqual({ rows: own, notes: [] });
    expect(giveWay(own, [measured("prometheus", row("red", 1, { quantity: 0n }))]).rows).toEqual(own);
  });

  test("may last longer than what is measured, and is left out all the same", () => {
    const long = row("red", 0, { end: 30 * HOUR });
    expect(giveWay([long], [measured("cloudwatch", row("blue", 12))]).rows).toEqual([]);
  });
});

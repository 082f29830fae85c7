import { describe, expect, it } from "vitest";
import { DailyRows } from "./daily-rows.ts";
import { DAY, HOUR } from "./hours.ts";

const ASKED = { start: 10 * DAY, end: 12 * DAY + 6 * HOUR };

function rowsOf(
  ...uses: readonly (readonly [from: number, hours: number, team: string, project?: string])[]
) {
  const rows = new DailyRows(ASKED);
  for (const [from, hours, team, project] of uses) {
    const start = ASKED.start + from * HOUR;
    const use = { start, end: start + hours * HOUR, team, project: project ?? null, place: "here" };
    rows.add(use, ["pool"], "gpu-hours", 2n);
  }
  return rows.rows().map((row) => {
    const [from, until] = [row.start, row.end].map((at) => (at - ASKED.start) / HOUR);
    return [from, until, row.team, row.project, row.quantity];
  });
}

describe("use of several hours", () => {
  it("is one row for each user and UTC day", () => {
    expect(rowsOf([0, 1, "a"], [5, 1, "a"], [23, 1, "a", "faces"], [23, 1, "b"], [24, 1, "a"])).toEqual([
      [0, 24, "a", null, 4n],
      [0, 24, "a", "faces", 2n],
      [0, 24, "b", null, 2n],
      [24, 48, "a", null, 2n],
    ]);
  });

  it("ends with what was asked for", () => {
    expect(rowsOf([48, 1, "a"], [52, 1, "a"])).toEqual([[48, 54, "a", null, 4n]]);
  });

  it("that is of more than a day stays by itself", () => {
    expect(rowsOf([0, 1, "a"], [0, 48, "a"], [24, 24, "a"])).toEqual([
      [0, 24, "a", null, 2n],
      [0, 48, "a", null, 2n],
      [24, 48, "a", null, 2n],
    ]);
  });

  it("is a row for each pool that it divides, and none where there was none", () => {
    const rows = new DailyRows(ASKED);
    const use = { start: ASKED.start, end: ASKED.start + HOUR, team: "a", place: "here" };
    rows.add(use, ["one", "two"], "gpu-hours", 6n);
    rows.add(use, ["one"], "gpu-hours", 1n);
    rows.add(use, ["two"], "cpu-core-hours", 0n);
    expect(rows.rows((sum) => sum / 2n).map(({ pool, quantity }) => [pool, quantity])).toEqual([
      ["one", 3n],
      ["two", 3n],
    ]);
  });
});

import { describe, expect, test } from "vitest";
import { configOf } from "../config/testing/config-of.ts";
import { parsePeriod } from "../costs/period.ts";
import type { UsageRow } from "../costs/sharing/usage.ts";
import type { SnapshotRecords } from "../ports/snapshots.ts";
import type { Snapshot } from "../snapshots/snapshot.ts";
import type { SnapshotState } from "../snapshots/state.ts";
import { withEarlierUsage } from "./earlier-usage.ts";

const PERIOD = parsePeriod("2026-09");
const CONFIG = configOf(`
teams: { vision: { aliases: [{ name: seeing }] }, speech: {} }
pools:
  - { name: gpu, match: { service: ec2 }, method: usage, metric: { gpu-hours: 1, notes: 0 }, onMissingUsage: previous }
  - { name: store, match: { service: s3 }, method: usage, metric: { reads: 1 }, onMissingUsage: previous }
  - { name: lake, match: { service: ecr }, method: usage, metric: { s3-byte-hours: 1 } }
`);

/** A row that lasts a month. */
function row(month: string, given: Partial<UsageRow> = {}): UsageRow {
  const { start, end } = parsePeriod(month);
  const finer = { project: null, workload: null, environment: null, experiment: null };
  const of = { pool: "gpu", team: "vision", metric: "gpu-hours", quantity: 5n };
  return { start, end, ...of, ...finer, place: month, ...given };
}

/** Snapshots of months with this usage, which count how often they are read. */
function kept(usage: Readonly<Record<string, readonly UsageRow[]>>) {
  const read: string[] = [];
  const records: Pick<SnapshotRecords, "states" | "read"> = {
    states: async () =>
      Object.keys(usage).map((period): SnapshotState => {
        const entries = ["old", period].map((id) => ({
          id,
          digest: id,
          at: 1,
          bills: [],
          configuration: "",
        }));
        return { period, basis: "effective", revision: 2, snapshots: entries, crossed: [] };
      }),
    read: async (id) => {
      read.push(id);
      // Of a snapshot, usage alone is looked at.
      return { usage: usage[id] ?? [] } as unknown as Snapshot;
    },
  };
  return { records, read };
}

const earlier = (records: Pick<SnapshotRecords, "states" | "read">, rows: readonly UsageRow[] = []) =>
  withEarlierUsage(records, rows, { config: CONFIG, period: PERIOD });

const store = (month: string, given: Partial<UsageRow> = {}) =>
  row(month, { pool: "store", metric: "reads", ...given });

describe("a pool that falls back on an earlier month", () => {
  test("takes it from the newest snapshot that has some, each read once, the newest first", async () => {
    const { records, read } = kept({
      "2026-05": [row("2026-05")],
      "2026-06": [row("2026-06"), store("2026-06")],
      "2026-08": [row("2026-08")],
      "2026-10": [row("2026-10"), store("2026-10")],
    });
    expect(await earlier(records)).toEqual([row("2026-08"), store("2026-06")]);
    expect(read).toEqual(["2026-08", "2026-06"]);
  });

  test("looks at nothing where it has usage of its own", async () => {
    const { records, read } = kept({ "2026-08": [row("2026-08"), store("2026-08")] });
    const own = [row("2026-09"), store("2026-09"), row("2026-08")];
    expect(await earlier(records, own)).toEqual(own.slice(0, 2));
    expect(read).toEqual([]);
  });

  test.each([
    ["capacity alone", { team: "capacity" }],
    ["use by a pool, which may not count,", { team: "pool:lake" }],
    ["a quantity of nothing", { quantity: 0n }],
    ["a metric that weighs nothing", { metric: "notes" }],
    ["a metric of another pool", { metric: "reads" }],
    ["a metric whose name every object of a program has", { metric: "constructor" }],
  ])("has none with %s", async (_, given) => {
    const { records } = kept({ "2026-08": [row("2026-08")] });
    const own = row("2026-09", given);
    expect(await earlier(records, [own, store("2026-09")])).toEqual([row("2026-08"), own, store("2026-09")]);
  });

  test("takes what sources tell of a month, if no snapshot is newer", async () => {
    const { records } = kept({ "2026-07": [row("2026-07", { team: "speech" })], "2026-06": [] });
    const told = (month: string) => [row(month), store("2026-09")];
    const teams = async (month: string) =>
      (await earlier(records, told(month))).map(({ team, pool }) => [pool, team]);
    expect(await teams("2026-08")).toContainEqual(["gpu", "vision"]);
    expect(await teams("2026-07")).toContainEqual(["gpu", "vision"]);
    expect(await teams("2026-06")).toContainEqual(["gpu", "speech"]);
  });

  test("knows teams by the names that they have now, and leaves out pools that are gone", async () => {
    const { records } = kept({
      "2026-08": [
        row("2026-08", { team: "seeing" }),
        row("2026-08", { team: "dissolved" }),
        row("2026-08", { pool: "torn-down" }),
        row("2026-08", { team: "pool:torn-down" }),
      ],
    });
    const rows = await earlier(records, [store("2026-09")]);
    expect(rows.map(({ pool, team }) => [pool, team])).toEqual([
      ["gpu", "vision"],
      ["gpu", "unowned:dissolved"],
      ["store", "vision"],
    ]);
  });

  test("looks back twelve months", async () => {
    const months = Array.from({ length: 12 }, (_, index) =>
      index < 8 ? `2026-0${8 - index}` : `2025-${String(20 - index).padStart(2, "0")}`,
    );
    const empty = Object.fromEntries(months.map((month) => [month, []]));
    const { records, read } = kept({ ...empty, "2025-08": [row("2025-08")] });
    expect(await earlier(records, [store("2026-09")])).toEqual([store("2026-09")]);
    expect(read).toEqual(months);
  });
});

import { describe, expect, test } from "vitest";
import { configOf } from "../config/testing/config-of.ts";
import { parsePeriod } from "../costs/period.ts";
import type { UsageRow } from "../costs/sharing/usage.ts";
import { badInput, TagledgerError } from "../errors.ts";
import type { UsageQuery, UsageSource } from "../ports/usage-sources.ts";
import { gatherUsage } from "./gather-usage.ts";

const PERIOD = parsePeriod("2026-09");
const [DAY, HOUR] = [86_400_000, 3_600_000];
const CONFIG = configOf(`
teams:
  vision: { aliases: [{ name: seeing, until: 2026-09-09 }] }
  speech: { aliases: [{ name: seeing, from: 2026-09-10 }] }
pools:
  - { name: gpu, match: { service: ec2 }, method: usage, metric: { gpu-hours: 2, cpu-core-hours: 1 } }
  - { name: lake, match: { service: s3 }, method: usage, metric: { s3-byte-hours: 1 } }
`);

function row(given: Partial<UsageRow> = {}): UsageRow {
  return {
    start: PERIOD.start,
    end: PERIOD.start + DAY,
    pool: "gpu",
    team: "vision",
    metric: "gpu-hours",
    quantity: 5n,
    project: null,
    workload: null,
    environment: null,
    experiment: null,
    place: "prometheus",
    ...given,
  };
}

function source(name: string, read: UsageSource["read"], given: Partial<UsageSource> = {}): UsageSource {
  return { kind: "prometheus", name, pools: ["gpu"], read, ...given };
}

const giving = (name: string, rows: readonly UsageRow[], given: Partial<UsageSource> = {}) =>
  source(
    name,
    async ({ period, until }) => ({
      rows,
      coverage: [{ pool: "gpu", metric: "gpu-hours", hours: 3, of: (until - period.start) / HOUR }],
      notes: [`${name} says`],
    }),
    given,
  );

const unreachable = source("opencost", async () => {
  throw new TagledgerError("outside-failure", "opencost: does not answer");
});

const gather = (sources: readonly UsageSource[], now = PERIOD.end + 3 * DAY) =>
  gatherUsage(sources, { config: CONFIG, period: PERIOD, now });

describe("usage of several sources", () => {
  test("is put together with what each gave and said", async () => {
    const { rows, coverage, sources } = await gather([
      giving("one", [row(), row({ team: "speech" })]),
      giving("two", [row({ pool: "lake", metric: "s3-byte-hours" })]),
    ]);
    expect(rows).toHaveLength(3);
    const each = [{ pool: "gpu", metric: "gpu-hours", hours: 3, of: 720 }];
    expect(coverage).toEqual([...each, ...each]);
    expect(sources).toEqual([
      { name: "one", rows: 2, coverage: each, notes: ["one says"], problem: null },
      { name: "two", rows: 1, coverage: each, notes: ["two says"], problem: null },
    ]);
  });

  test("is the same in whatever order a source gives it", async () => {
    const all = [row(), row({ team: "speech" }), row({ quantity: 7n }), row({ start: PERIOD.start + HOUR })];
    const once = await gather([giving("one", all)]);
    expect((await gather([giving("one", all.toReversed())])).rows).toEqual(once.rows);
  });

  test("names teams as they were called then, and keeps use by what is no team", async () => {
    const { rows } = await gather([
      giving("one", [
        row({ team: "Seeing", start: PERIOD.start, end: PERIOD.start + DAY }),
        row({ team: "seeing", start: PERIOD.start + 10 * DAY, end: PERIOD.start + 11 * DAY }),
        row({ team: "kube-system" }),
        row({ team: " " }),
        row({ team: "unowned:cron" }),
        row({ team: "capacity" }),
      ]),
    ]);
    expect(rows.map(({ team }) => team).sort()).toEqual([
      "capacity",
      "speech",
      "unowned:cron",
      "unowned:kube-system",
      "unowned:nameless",
      "vision",
    ]);
  });

  test("keeps use by pools that there are not, and by nobody without a name", async () => {
    const { rows } = await gather([
      giving("one", [
        row({ team: "pool:lake" }),
        row({ team: "pool:zzz" }),
        row({ team: "pool:" }),
        row({ team: "unowned: " }),
        row({ team: "unowned:" }),
      ]),
    ]);
    expect(rows.map(({ team }) => team).sort()).toEqual([
      "pool:lake",
      "unowned:nameless",
      "unowned:nameless",
      "unowned:pool:",
      "unowned:pool:zzz",
    ]);
  });

  test.each(["pool:zzz", "unowned: "])("refuses %s where people hand it in", async (team) => {
    const rows = [row({ team, place: "usage.csv:7" })];
    await expect(gather([giving("csv", rows, { handedIn: true })])).rejects.toMatchObject({
      code: "bad-input",
      message: expect.stringContaining("usage.csv:7"),
    });
  });

  test("leaves out what comes after the period, not what came before", async () => {
    const rows = [
      row({ start: PERIOD.end, end: PERIOD.end + DAY }),
      row({ start: PERIOD.start - DAY, end: PERIOD.start }),
      row({ start: PERIOD.end - HOUR, end: PERIOD.end + HOUR }),
    ];
    const gathered = await gather([giving("one", rows)]);
    expect(gathered.rows.map(({ start }) => start)).toEqual([PERIOD.start - DAY, PERIOD.end - HOUR]);
    expect(gathered.sources[0]?.rows).toBe(2);
  });

  test.each([
    [PERIOD.start + 5 * DAY + 1, PERIOD.start + 5 * DAY],
    [PERIOD.end + DAY, PERIOD.end],
    [PERIOD.start - DAY, PERIOD.start],
  ])("is asked for up to the last whole hour: at %d until %d", async (now, until) => {
    const asked: UsageQuery[] = [];
    const asking = source("one", async (query) => {
      asked.push(query);
      return { rows: [], coverage: [], notes: [] };
    });
    await gather([asking], now);
    expect(asked).toEqual([{ period: PERIOD, until }]);
  });
});

test("use that two sources tell is refused, whichever of them is named first", async () => {
  const [one, other] = [
    giving("scad", [row()], { kind: "scad" }),
    giving("opencost", [row()], { kind: "opencost" }),
  ];
  const twofold = { code: "bad-input", message: expect.stringContaining("both tell use at 2026-09-01") };
  await expect(gather([one, other])).rejects.toMatchObject(twofold);
  await expect(gather([other, one])).rejects.toMatchObject(twofold);
});

describe("a source", () => {
  test("that cannot be reached gives nothing, says why, and covers no hour; the others do", async () => {
    const { rows, coverage, sources } = await gather([unreachable, giving("one", [row()])]);
    expect(rows).toHaveLength(1);
    expect(sources.map(({ name, rows: count, problem }) => [name, count, problem])).toEqual([
      ["opencost", 0, "opencost: does not answer"],
      ["one", 1, null],
    ]);
    expect(coverage.slice(0, 2)).toEqual([
      { pool: "gpu", metric: "cpu-core-hours", hours: 0, of: 720 },
      { pool: "gpu", metric: "gpu-hours", hours: 0, of: 720 },
    ]);
  });

  test("that is misread is an error, once all others have ended", async () => {
    let ended = false;
    const slow = source("slow", async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      ended = true;
      return { rows: [], coverage: [], notes: [] };
    });
    const misread = source("odd", async () => {
      throw badInput("odd: gpu-hours is NaN");
    });
    await expect(gather([misread, slow])).rejects.toMatchObject({ code: "bad-input", message: /NaN/ });
    expect(ended).toBe(true);
  });

  test("that people hand in is refused where it names no team, with its place", async () => {
    const rows = [row({ team: "visoin", place: "usage.csv:7" })];
    await expect(gather([giving("csv", rows, { handedIn: true })])).rejects.toMatchObject({
      code: "bad-input",
      message: expect.stringContaining('usage.csv:7: there is no team "visoin"'),
    });
  });
});

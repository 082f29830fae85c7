import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseAmount, sum } from "@tagledger/core/costs/money";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deliver, handIn, SHARING } from "./allocate/allocating.ts";
import { readFocus } from "./focus/read.ts";

const root = mkdtempSync(join(tmpdir(), "tagledger-allocate-command-"));
const main = join(import.meta.dirname, "../packages/cli/bin/tagledger.js");
const RULES = `${SHARING}usage: [{ kind: csv, path: usage.csv }]
budgets: [{ match: { team: ml-platform }, monthly: "1", alert: [1.0] }]
`;
const USE = ["gpu,fraud-detection,gpu-hours,3", "machines,unowned:cron,cpu-core-hours,7"];

afterAll(() => rmSync(root, { recursive: true }));

function tagledger(folder: string, ...args: string[]) {
  const { TAGLEDGER_CELLS: _, ...env } = process.env;
  const options = { cwd: folder, env, encoding: "utf8", maxBuffer: 1 << 26 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], options);
  return { status, stdout, stderr };
}

/** What a command prints for programs. */
function printed<T>(folder: string, ...args: string[]): T {
  const { status, stdout, stderr } = tagledger(folder, ...args, "--json");
  expect(status, stderr).toBe(0);
  return JSON.parse(stdout);
}

/** A folder where a month was taken in and usage is handed in. */
async function makeFolder(name: string, rules = RULES): Promise<string> {
  const folder = join(root, name);
  mkdirSync(folder);
  writeFileSync(join(folder, "tagledger.yaml"), rules);
  handIn(folder, USE);
  await deliver(folder, 1);
  expect(tagledger(folder, "ingest", "exports").status).toBe(0);
  return folder;
}

interface Allocated {
  readonly basis: string;
  readonly outcome: string;
  readonly reason: string | null;
  readonly crossed: readonly object[];
  readonly snapshot: {
    readonly id: string;
    readonly previous: string | null;
    readonly totals: Readonly<Record<string, string>>;
    readonly pools: readonly { readonly pool: string; readonly completeness: string | null }[];
    readonly difference: {
      readonly teams: readonly {
        readonly before: string;
        readonly after: string;
        readonly causes: Readonly<Record<string, string>>;
      }[];
    } | null;
  };
}

describe("a month that was taken in", () => {
  let folder: string;
  let first: Allocated[];
  beforeAll(async () => {
    folder = await makeFolder("month");
    first = printed(folder, "allocate");
  });
  const divide = (...args: string[]) => printed<Allocated[]>(folder, "allocate", ...args);

  test("is divided on each basis that its bill holds", () => {
    expect(first.map(({ basis, outcome }) => [basis, outcome])).toEqual(
      ["effective", "billed", "contracted"].map((basis) => [basis, "published"]),
    );
    const [effective, billed] = first;
    expect([effective?.crossed.length, billed?.crossed.length]).toEqual([1, 0]);
    const { bill = "", ...parts } = effective?.snapshot.totals ?? {};
    expect(sum(Object.values(parts).map(parseAmount))).toBe(parseAmount(bill));
    expect(effective?.snapshot.pools).toMatchObject([
      { pool: "storage", completeness: null, confidence: "1/1" },
      { pool: "gpu", completeness: "1/1", dividedBy: { method: "usage", usage: "2026-09" } },
      { pool: "machines", completeness: "1/1", confidence: "1/1" },
    ]);
  });

  test("has the snapshot that a report of it names", () => {
    const reported = printed<{ snapshot: string }>(folder, "report", "--ledger", ".tagledger/ledger.sqlite");
    expect(reported.snapshot).toBe(first[0]?.snapshot.id);
  });

  test("is shown from its snapshot as from its bill", () => {
    const { id = "" } = first[0]?.snapshot ?? {};
    const ledger = ["--ledger", ".tagledger/ledger.sqlite"];
    const shown = (...args: string[]) => {
      const { status, stdout, stderr } = tagledger(folder, "report", ...args);
      expect(status, stderr).toBe(0);
      return stdout;
    };
    for (const how of [
      ["--format", "csv", "--group-by", "team,project"],
      ["--json", "--where", "team=ml-platform"],
    ])
      expect(shown("--snapshot", id.slice(0, 10), ...how)).toBe(shown(...ledger, ...how));
    const columns = (text: string) =>
      readFocus(text).rows.map((row) =>
        Object.entries(row).filter(([name]) => !/^(Billed|Contracted|List)Cost$|^x_FilledCosts$/.test(name)),
      );
    const focus = ["--format", "focus"];
    const rows = columns(shown("--snapshot", id, ...ledger, ...focus));
    expect(rows.length).toBeGreaterThan(4);
    expect(rows).toEqual(columns(shown(...ledger, ...focus)));
  });

  test.each([
    ["--config", "tagledger.yaml"],
    ["--where", "project=search"],
  ])("is shown from its snapshot without %s, which that does not take", (option, value) => {
    const id = first[0]?.snapshot.id ?? "";
    const { status, stderr } = tagledger(folder, "report", "--snapshot", id, option, value);
    expect([status, stderr]).toEqual([2, expect.stringContaining(option)]);
  });

  test("is not divided again as it is", () => {
    const again = divide("2026-09", "--basis", "effective");
    expect(again.map(({ outcome, snapshot }) => [outcome, snapshot.id])).toEqual([
      ["again", first[0]?.snapshot.id],
    ]);
    expect(tagledger(folder, "allocate").stdout).toMatch(
      /^2026-09 effective: nothing new, snapshot \w{12}\n/,
    );
  });

  test("says what late usage changes, for whom", () => {
    handIn(folder, [...USE, "gpu,personalization,gpu-hours,1"]);
    const { status, stdout } = tagledger(folder, "allocate", "--basis", "effective");
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^2026-09 effective: divided, snapshot \w{12}\n {2}[\d,.]+ USD: direct .* · shared /,
    );
    expect(stdout).toContain("  csv usage.csv: 3 rows\n    gpu gpu-hours: 720 of 720 hours\n");
    expect(stdout).toMatch(/\ngpu\s+usage: gpu-hours × 1\s+100\.0%\s+100\.0%\s+[\d,.]+\n/);
    expect(stdout).toMatch(/\nsince \w{12}\s+now\s+change\s+bill\s+usage\s+configuration\n/);
    expect(stdout).toMatch(/\npersonalization\s+[\d,.]+\s+(\+[\d,.]+)\s+0\.00\s+\1\s+0\.00\n/);
  });

  test("is divided anew by a restated bill and other rules, with what each of them did", async () => {
    await deliver(folder, 2);
    expect(tagledger(folder, "ingest", "exports").status).toBe(0);
    writeFileSync(
      join(folder, "tagledger.yaml"),
      RULES.replace("method: even", 'method: fixed, shares: { ml-platform: "1" }'),
    );
    const [effective] = divide("--basis", "effective");
    const teams = effective?.snapshot.difference?.teams ?? [];
    expect(teams.length).toBeGreaterThan(2);
    for (const { before, after, causes } of teams) {
      const together = sum(Object.values(causes).map(parseAmount));
      expect(together).toBe(parseAmount(after) - parseAmount(before));
    }
    expect(teams.some(({ causes }) => causes.bill !== "0" && causes.configuration !== "0")).toBe(true);
  });

  test("lists its snapshots, the last of which is read", () => {
    const [effective, ...others] = printed<{ basis: string; read: string; snapshots: { id: string }[] }[]>(
      folder,
      "snapshots",
      "2026-09",
    ).toSorted((a, b) => (a.basis === "effective" ? -1 : b.basis === "effective" ? 1 : 0));
    expect(effective?.snapshots).toHaveLength(3);
    expect(effective?.snapshots[0]?.id).toBe(first[0]?.snapshot.id);
    expect(effective?.read).toBe(effective?.snapshots[2]?.id);
    expect(others.map(({ snapshots }) => snapshots.length)).toEqual([1, 1]);
    const { stdout } = tagledger(folder, "snapshots");
    expect(stdout).toMatch(
      /^September 2026, billed\nsnapshot\s+digest\s+made\s+status\s+configuration\s+bills\n/,
    );
    expect(stdout.match(/superseded/g)).toHaveLength(2);
    expect(tagledger(folder, "snapshots", "2026-08")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("2026-08: there is no snapshot"),
    });
  });

  test("keeps its snapshot once it is closed", () => {
    expect(tagledger(folder, "close", "2026-09", "--reason", "invoiced").status).toBe(0);
    const [held] = divide("2026-09", "--basis", "effective");
    expect(held).toMatchObject({ outcome: "held", reason: expect.stringContaining("2026-09 was closed on") });
    const { status, stdout, stderr } = tagledger(folder, "allocate");
    expect([status, stdout, stderr]).toEqual([0, "", expect.stringContaining("All months are closed")]);
  });
});

describe("what cannot be divided", () => {
  test("is a month that was not taken in, while others are divided all the same", async () => {
    const folder = await makeFolder("others");
    const { status, stdout, stderr } = tagledger(
      folder,
      "allocate",
      "2026-10",
      "2026-09",
      "--basis",
      "billed",
    );
    expect([status, stdout, stderr]).toEqual([
      2,
      expect.stringMatching(/^2026-09 billed: divided/),
      expect.stringContaining("2026-10: no bill of it was taken in"),
    ]);
  });

  test("is usage that is handed in wrongly", async () => {
    const folder = await makeFolder("wrong");
    handIn(folder, [...USE, "gpu,nobody-knows,gpu-hours,1"]);
    for (const command of [["allocate"], ["usage", "2026-09"]])
      expect(tagledger(folder, ...command)).toMatchObject({
        status: 2,
        stdout: "",
        stderr: expect.stringMatching(/usage\.csv:4: there is no team "nobody-knows"/),
      });
  });
});

test("a first month whose sources all fail is published, and the exit code says what could not be read", async () => {
  const source = '{ kind: opencost, url: "http://127.0.0.1:1", team: { label: team } }';
  const rules = `${SHARING.replace("onMissingUsage: previous", "onMissingUsage: even")}usage: [${source}]\n`;
  const folder = await makeFolder("dead", rules);
  const { status, stdout } = tagledger(folder, "allocate", "--basis", "effective");
  expect([status, stdout]).toEqual([
    3,
    expect.stringMatching(/^2026-09 effective: divided, snapshot \w{12}\n/),
  ]);
  expect(stdout).toMatch(/\ngpu\s+even, as its usage could not be read /);
  expect(stdout).toMatch(/\nmachines\s+its usage could not be read /);
  expect(tagledger(folder, "allocate", "--basis", "effective", "--without-failed").status).toBe(0);
});

test("usage is printed as the CSV that can be handed in, and read again as it was", async () => {
  const folder = await makeFolder("usage");
  handIn(folder, [...USE, "2026-08-01,2026-09-01,gpu,personalization,gpu-hours,1"]);
  const { status, stdout, stderr } = tagledger(folder, "usage", "2026-09");
  const known = "gpu gpu-hours: 720 of 720 hours\nmachines cpu-core-hours: 720 of 720 hours\n";
  expect([status, stderr]).toEqual([0, `csv usage.csv: 3 rows\n${known}`]);
  expect(stdout).toBe(
    [
      "start,end,pool,team,metric,quantity,project,workload,environment,experiment",
      "2026-09-01T00:00:00.000Z,2026-10-01T00:00:00.000Z,gpu,fraud-detection,gpu-hours,3,,,,",
      "2026-09-01T00:00:00.000Z,2026-10-01T00:00:00.000Z,machines,unowned:cron,cpu-core-hours,7,,,,",
      "",
    ].join("\n"),
  );
  const [before] = printed<Allocated[]>(folder, "allocate", "--basis", "billed");
  expect(tagledger(folder, "usage", "2026-09", "--out", "usage.csv").status).toBe(0);
  expect(readFileSync(join(folder, "usage.csv"), "utf8")).toBe(stdout);
  const rows = printed<{ rows: object[] }>(folder, "usage", "2026-09").rows;
  expect(rows).toMatchObject([{ team: "fraud-detection", quantity: "3" }, { team: "unowned:cron" }]);
  const [again] = printed<Allocated[]>(folder, "allocate", "--basis", "billed");
  expect([before?.outcome, again?.outcome]).toEqual(["published", "again"]);
});

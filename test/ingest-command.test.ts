import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeCharges } from "./bills/charge.ts";
import { RULES } from "./bills/config.ts";
import { deliverCur2, deliverFocus, deliverLegacy } from "./bills/deliver.ts";

const root = mkdtempSync(join(tmpdir(), "tagledger-ingest-command-"));
const main = join(import.meta.dirname, "../packages/cli/bin/tagledger.js");
const AT = Date.UTC(2026, 9, 2);
const HOUR = 3_600_000;

afterAll(() => rmSync(root, { recursive: true }));

/** A folder with a configuration, where somebody works. */
function makeFolder(name: string, rules = RULES): string {
  const folder = join(root, name);
  mkdirSync(folder);
  writeFileSync(join(folder, "tagledger.yaml"), rules);
  return folder;
}

function tagledger(folder: string, ...args: string[]) {
  const { TAGLEDGER_CELLS: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    cwd: folder,
    env,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  return { status, stdout, stderr };
}

/** What a command prints for programs. */
function printed<T>(folder: string, ...args: string[]): T {
  const { status, stdout, stderr } = tagledger(folder, ...args, "--json");
  expect(status, stderr).toBe(0);
  return JSON.parse(stdout);
}

interface Version {
  readonly id: string;
  readonly sequence: number;
  readonly status: string;
  readonly outcome: string;
  readonly difference: string | null;
  readonly days: { readonly written: number; readonly unchanged: number };
  readonly contents: { readonly total: { readonly effective: string } };
}

interface Rows {
  readonly totals: object;
  readonly rows: readonly object[];
}

/** Delivers a version of the month's bill; the seed tells how it was restated. */
const deliver = (folder: string, seed: number) =>
  deliverCur2(folder, makeCharges(600, seed), { run: `run-${seed}`, at: AT + seed * HOUR });

describe("the sample company's bill", () => {
  let folder: string;
  beforeAll(() => {
    folder = join(root, "sample");
    mkdirSync(folder);
    expect(tagledger(folder, "sample", "sample").status).toBe(0);
  });
  const CONFIG = ["--config", "sample/tagledger.yaml"];
  const USAGE = ["--usage", "sample/usage.csv"];

  test("is taken in with what is told of it: lines, totals, days and repairs with their money", () => {
    const { status, stdout } = tagledger(folder, "ingest", "sample/bill", ...CONFIG);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^2026-09 ml-showback: published, version 1 \(/);
    expect(stdout).toContain("127,839 lines in USD: effective 892,103.33 · billed 889,512.29");
    expect(stdout).toMatch(/team-days: \d+ written, 0 as they were/);
    expect(stdout).toMatch(/repaired: 20 values on 2,656 lines, 47,487\.52/);
    expect(stdout).toContain('ml-team "docai" read as document-ai: 55 lines, 8,564.53');
  });

  test.each(["effective", "billed", "contracted", "list"])(
    "is reported from the ledger as from its files, to the last digit and with the same snapshot: %s",
    (basis) => {
      const common = [...CONFIG, ...USAGE, "--basis", basis];
      const taken = printed(folder, "report", "--ledger", ".tagledger/ledger.sqlite", ...common);
      expect(taken).toEqual(printed(folder, "report", "--bill", "sample/bill", ...common));
    },
  );

  test("is written as FOCUS from the ledger as from its files, on all four bases", () => {
    const asked = [...CONFIG, ...USAGE, "--format", "focus"];
    const taken = tagledger(folder, "report", "--ledger", ".tagledger/ledger.sqlite", ...asked);
    const read = tagledger(folder, "report", "--bill", "sample/bill", ...asked);
    expect([taken.status, read.status]).toEqual([0, 0]);
    expect(taken.stdout).toBe(read.stdout);
    expect(taken.stderr).not.toContain("cost in this bill");
    expect(taken.stdout).toMatch(/^AllocatedMethodDetails,AllocatedMethodId,/);
  });

  test("is not taken in again", () => {
    const { status, stdout } = tagledger(folder, "ingest", "sample/bill", ...CONFIG);
    expect([status, stdout]).toEqual([0, expect.stringContaining("nothing new, version 1")]);
  });

  test("keeps its cells where they were said to be, and is found there only", () => {
    const elsewhere = ["--ledger", "other.sqlite", "--cells", "kept"];
    expect(tagledger(folder, "ingest", "sample/bill", ...CONFIG, ...elsewhere).status).toBe(0);
    cpSync(join(folder, "other.sqlite"), join(folder, "copy.sqlite"));
    rmSync(join(folder, "kept"), { recursive: true });
    const { status, stderr } = tagledger(folder, "report", ...CONFIG, ...USAGE, "--ledger", "copy.sqlite");
    expect([status, stderr]).toEqual([3, expect.stringContaining("its list is not there")]);
  });
});

describe("a bill that is restated", () => {
  let folder: string;
  beforeAll(async () => {
    folder = makeFolder("restated");
    await deliver(folder, 1);
    expect(tagledger(folder, "ingest", "exports").status).toBe(0);
  });

  test("replaces what was read, and writes what changed", async () => {
    await deliver(folder, 2);
    const [version] = printed<Version[]>(folder, "ingest", "exports");
    expect(version).toMatchObject({ outcome: "published", sequence: 2 });
    expect(version?.days.written).toBeGreaterThan(0);
    expect(version?.days.unchanged).toBeGreaterThan(version?.days.written ?? 0);
  });

  test("is compared with the version before, to the digit", () => {
    const found = printed<{
      difference: string;
      before: { amount: string };
      after: { amount: string };
      changes: object[];
    }>(folder, "diff", "2026-09", "1", "2");
    const [{ versions = [] } = {}] = printed<{ versions: Version[] }[]>(folder, "versions", "2026-09");
    expect([found.before.amount, found.after.amount]).toEqual(
      versions.map(({ contents }) => contents.total.effective),
    );
    expect(versions.map(({ difference }) => difference)).toEqual([null, found.difference]);
    expect(found.changes.length).toBeGreaterThan(0);
    const { stdout } = tagledger(folder, "diff", "2026-09", "1", versions[1]?.id.slice(0, 6) ?? "");
    expect(stdout).toMatch(/^September 2026, effective cost in USD\nbefore: version 1/);
    expect(stdout).toContain(found.difference.replace(/^(?!-)/, "+"));
  });

  test("is listed with what became of each version, and what differs", () => {
    const { stdout } = tagledger(folder, "versions");
    const rows = stdout.split("\n");
    expect(rows[0]).toBe("September 2026");
    expect(rows[3]).toMatch(/^\s+1\s+\w{8}\s+cur2\s+2026-10-02T01:00Z\s+superseded\s+\d+\s+[\d,.]+\s+\d+$/);
    expect(rows[4]).toMatch(/^\s+2\s+\w{8}\s+cur2\s+2026-10-02T02:00Z\s+published\s.*\s[+-][\d,.]+\s+\d+$/);
  });

  test("that comes late is noted, and changes nothing", async () => {
    const late = makeFolder("late");
    await deliver(late, 1);
    await deliverCur2(late, makeCharges(600, 9), { run: "run-9", at: AT });
    const before = printed<Rows>(folder, "report", "--ledger", ".tagledger/ledger.sqlite");
    const { status, stdout } = tagledger(folder, "ingest", join(late, "exports"));
    expect([status, stdout]).toEqual([0, expect.stringContaining("too late")]);
    expect(printed(folder, "report", "--ledger", ".tagledger/ledger.sqlite")).toEqual(before);
    expect(tagledger(folder, "versions", "2026-09").stdout).toContain("of cur2: a version of");
  });

  test("is held where the month is closed, can be compared, and is read once that is open again", async () => {
    const close = tagledger(folder, "close", "2026-09", "--reason", "invoiced", "--by", "ada");
    expect([close.status, close.stderr]).toEqual([
      0,
      expect.stringContaining("2026-09 is closed: ada, invoiced"),
    ]);
    expect(tagledger(folder, "close", "2026-09", "--reason", "again").status).toBe(2);
    const silent = tagledger(folder, "reopen", "2026-09", "--reason", " ");
    expect([silent.status, silent.stderr]).toEqual([2, expect.stringContaining('--reason " "')]);
    const before = printed<Rows>(folder, "report", "--ledger", ".tagledger/ledger.sqlite");
    await deliver(folder, 3);
    const held = tagledger(folder, "ingest", "exports");
    expect([held.status, held.stdout]).toEqual([0, expect.stringContaining("held, as the period is closed")]);
    expect(printed(folder, "report", "--ledger", ".tagledger/ledger.sqlite")).toEqual(before);
    const [{ versions = [] } = {}] = printed<{ versions: Version[] }[]>(folder, "versions", "2026-09");
    const last = versions.at(-1);
    expect(last?.status).toBe("held");
    expect(tagledger(folder, "versions").stdout).toContain("closed by ada on");
    const { difference } = printed<{ difference: string }>(folder, "diff", "2026-09", "2", last?.id ?? "");
    expect(difference).not.toBe("0");

    expect(tagledger(folder, "reopen", "2026-09", "--reason", "late credits").status).toBe(0);
    const [version] = printed<Version[]>(folder, "ingest", "exports");
    expect(version?.outcome).toBe("published");
    expect(printed(folder, "report", "--ledger", ".tagledger/ledger.sqlite")).not.toEqual(before);
  });
});

test("a bill gives the same report in every format", async () => {
  const charges = makeCharges(500);
  const reports: Rows[] = [];
  for (const [index, deliverAs] of [deliverLegacy, deliverCur2, deliverFocus].entries()) {
    const folder = makeFolder(`format-${index}`);
    const manifest = await deliverAs(folder, charges);
    expect(tagledger(folder, "ingest", manifest).status).toBe(0);
    reports.push(printed<Rows>(folder, "report", "--ledger", ".tagledger/ledger.sqlite"));
  }
  const [legacy, ...others] = reports.map(({ totals, rows }) => ({ totals, rows }));
  expect(legacy?.rows.length).toBeGreaterThan(2);
  for (const other of others) expect(other).toEqual(legacy);
});

describe("what cannot be taken in", () => {
  const BROKEN = `BillingPeriodStart,ChargePeriodStart,BillingAccountId,SubAccountId,ServiceName,ChargeCategory,BillingCurrency,BilledCost,EffectiveCost,Tags
2026-09-01T00:00:00Z,2026-09-01T00:00:00Z,9,1,AmazonEC2,Usage,USD,10.1,much,"{}"
`;

  test("is refused with the place, exit 2, and the others are taken in all the same", async () => {
    const folder = makeFolder("broken");
    writeFileSync(join(folder, "broken.csv"), BROKEN);
    await deliver(folder, 1);
    const { status, stdout } = tagledger(folder, "ingest", "broken.csv", "exports");
    expect(status).toBe(2);
    expect(stdout).toMatch(/2026-09 broken: refused.*\n {2}.*broken\.csv.*much/);
    expect(stdout).toContain("2026-09 cur2: published");
  });

  test("is a second export of the same bill, unless it is to take the place of the first", async () => {
    const folder = makeFolder("twice");
    const charges = makeCharges(200);
    expect(tagledger(folder, "ingest", await deliverLegacy(folder, charges)).status).toBe(0);
    const focus = await deliverFocus(folder, charges);
    const twice = tagledger(folder, "ingest", focus);
    expect([twice.status, twice.stdout]).toEqual([2, expect.stringContaining("--instead-of ml")]);
    expect(tagledger(folder, "ingest", focus, "--instead-of", "ml").status).toBe(0);
    const [{ versions = [] } = {}] = printed<{ versions: Version[] }[]>(folder, "versions");
    expect(versions.map(({ status }) => status).sort()).toEqual(["published", "superseded"]);
  });

  test("is an export under no name at all", async () => {
    const folder = makeFolder("nameless");
    await deliver(folder, 1);
    for (const name of ["", " "]) {
      const { status, stderr } = tagledger(folder, "ingest", "exports", "--as", name);
      expect([status, stderr]).toEqual([2, expect.stringContaining(`--as "${name}"`)]);
    }
    expect(tagledger(folder, "ingest", "exports", "--as", "own").stdout).toContain("2026-09 own: published");
  });

  test("is a place where nothing is, and a configuration that nobody wrote", () => {
    const folder = makeFolder("empty");
    const nowhere = tagledger(folder, "ingest", "nowhere");
    expect([nowhere.status, nowhere.stderr]).toEqual([2, expect.stringContaining("nowhere")]);
    expect(tagledger(folder, "ingest", "nowhere", "elsewhere").stderr).toMatch(/nowhere.*\n.*elsewhere/);
    expect(tagledger(folder, "ingest").stderr).toContain("name where bills are delivered");
    const without = tagledger(folder, "ingest", "exports", "--config", "other.yaml");
    expect([without.status, without.stderr]).toEqual([2, expect.stringContaining("other.yaml")]);
  });
});

describe("what was taken in", () => {
  test("is found where the configuration says that bills are", async () => {
    const folder = makeFolder("configured", `${RULES}bills: [{ path: exports }]\n`);
    await deliver(folder, 1);
    expect(tagledger(folder, "ingest").stdout).toContain("2026-09 cur2: published");
  });

  test("says which required tag stands on no line", async () => {
    const folder = makeFolder("findings", RULES.replace("ml-experiment-id", "cost-center"));
    await deliver(folder, 1);
    expect(tagledger(folder, "ingest", "exports").stdout).toContain("cost-center stands on no line");
  });

  test("is read again for rules that ask for more than its cells tell apart", async () => {
    const folder = makeFolder("more");
    await deliver(folder, 1);
    expect(tagledger(folder, "ingest", "exports").status).toBe(0);
    const asked = `${RULES}assign: [{ match: { usageType: "*BoxUsage*" }, set: { team: ml-platform } }]\n`;
    writeFileSync(join(folder, "tagledger.yaml"), asked);
    const report = ["report", "--ledger", ".tagledger/ledger.sqlite"];
    const refused = tagledger(folder, ...report);
    expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining("does not tell usageType")]);
    expect(tagledger(folder, "ingest", "exports").stdout).toContain("published");
    expect(tagledger(folder, ...report).status).toBe(0);
  });
});

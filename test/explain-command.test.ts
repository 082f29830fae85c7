import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseAmount, sum } from "@tagledger/core/costs/money";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deliver, handIn, SHARING } from "./allocate/allocating.ts";

const folder = mkdtempSync(join(tmpdir(), "tagledger-explain-command-"));
const main = join(import.meta.dirname, "../packages/cli/bin/tagledger.js");
const USE = [
  "gpu,fraud-detection,gpu-hours,3",
  "gpu,personalization,gpu-hours,1.5",
  "machines,unowned:cron,cpu-core-hours,7",
];
const AT_ONCE = ["--bill", "exports", "--usage", "usage.csv"];
let snapshot: string;

function tagledger(...args: string[]) {
  const { TAGLEDGER_CELLS: _, ...env } = process.env;
  const options = { cwd: folder, env, encoding: "utf8", maxBuffer: 1 << 26 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], options);
  return { status, stdout, stderr };
}

/** What a command prints for programs. */
function printed<T>(...args: string[]): T {
  const { status, stdout, stderr } = tagledger(...args, "--json");
  expect(status, stderr).toBe(0);
  return JSON.parse(stdout);
}

interface Told {
  readonly snapshot: string;
  readonly total: string;
  readonly direct: string;
  readonly pools: readonly {
    readonly pool: string;
    readonly share: string;
    readonly amount: string;
    readonly lines: readonly { readonly amount: string }[];
  }[];
  readonly whatIf: {
    readonly saving: string;
    readonly changes: readonly { readonly difference: string }[];
  } | null;
}

beforeAll(async () => {
  writeFileSync(join(folder, "tagledger.yaml"), `${SHARING}usage: [{ kind: csv, path: usage.csv }]\n`);
  handIn(folder, USE);
  await deliver(folder, 1);
  expect(tagledger("ingest", "exports").status).toBe(0);
  const [divided] = printed<{ snapshot: { id: string } }[]>("allocate", "--basis", "effective");
  snapshot = divided?.snapshot.id ?? "";
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("tagledger explain", () => {
  test("explains a team of the snapshot that is read, in parts that sum to every digit", () => {
    const told = printed<Told>("explain", "--team", "personalization");
    expect(told.snapshot).toBe(snapshot);
    const parts = [told.direct, ...told.pools.map(({ share }) => share)];
    expect(sum(parts.map(parseAmount))).toBe(parseAmount(told.total));
    for (const { amount, lines } of told.pools)
      expect(sum(lines.map((line) => parseAmount(line.amount)))).toBe(parseAmount(amount));
  });

  test("explains the same of a bill that is divided at once, without a ledger", () => {
    const kept = printed<Told>("explain", "--team", "personalization");
    const atOnce = printed<Told>("explain", "--team", "personalization", ...AT_ONCE);
    expect(atOnce).toMatchObject({ snapshot, total: kept.total, direct: kept.direct });
    expect(atOnce.pools.map(({ pool, share }) => [pool, share])).toEqual(
      kept.pools.map(({ pool, share }) => [pool, share]),
    );
  });

  test("says what half the use would have saved, and who pays instead", () => {
    const { whatIf } = printed<Told>(
      "explain",
      "-t",
      "fraud-detection",
      "--pool",
      "gpu",
      "--what-if",
      "gpu-hours=0.5",
    );
    expect(parseAmount(whatIf?.saving ?? "0") > 0n).toBe(true);
    expect(sum((whatIf?.changes ?? []).map(({ difference }) => parseAmount(difference)))).toBe(0n);
    const { stdout } = tagledger(
      "explain",
      "-t",
      "fraud-detection",
      "--pool",
      "gpu",
      "--what-if",
      "gpu-hours=0.5",
    );
    expect(stdout).toContain("with 1/2 × its gpu-hours of gpu, fraud-detection would bear");
  });

  test("refuses what it does not understand, naming it", () => {
    const refusals: [args: string[], message: string][] = [
      [["--team", "personalisation"], 'has no team "personalisation": did you mean "personalization"?'],
      [
        ["--team", "personalization", "--what-if", "gpu-hours"],
        "expected a metric and a factor, such as gpu-hours=0.5",
      ],
      [
        ["--team", "personalization", "--period", "2026-08"],
        "no snapshot of 2026-08 on effective cost was made",
      ],
      [["--team", "personalization", "--usage", "usage.csv"], "--usage: a snapshot has its own"],
      [["--team", "personalization", ...AT_ONCE, "--snapshot", "a"], "give the one or the other"],
    ];
    for (const [args, message] of refusals) {
      const { status, stderr } = tagledger("explain", ...args);
      expect(stderr).toContain(message);
      expect(status).toBe(2);
    }
  });
});

describe("tagledger compare", () => {
  test("holds every way to divide against the one in force, on kept and on given bills", () => {
    interface Ways {
      readonly ways: readonly {
        readonly name: string;
        readonly inForce: boolean;
        readonly changes: readonly { readonly difference: string }[];
      }[];
    }
    const kept = printed<Ways>("compare", "2026-09");
    expect(kept.ways.filter(({ inForce }) => inForce).map(({ name }) => name)).toEqual([
      "step-down",
      "gpu: gpu-hours",
      "machines: cpu-core-hours",
    ]);
    for (const { changes } of kept.ways)
      expect(sum(changes.map(({ difference }) => parseAmount(difference)))).toBe(0n);
    expect(printed<Ways>("compare", ...AT_ONCE).ways).toEqual(kept.ways);
    expect(tagledger("compare").stdout).toContain("gpu divided otherwise, and the difference to now");
  });
});

describe("tagledger verify", () => {
  test("proves the snapshot that is read line by line", () => {
    const { status, stdout } = tagledger("verify", snapshot.slice(0, 8));
    expect(status).toBe(0);
    expect(stdout).toContain("proven   its id follows from the kept bill, usage and configuration");
    expect(stdout).toMatch(
      /The snapshot holds: it was recomputed from its bill, usage and configuration\.\n$/,
    );
  });

  test("names those there are where it is asked of another", () => {
    const { status, stderr } = tagledger("verify", "zz");
    expect(stderr).toContain(`zz: there is no such snapshot; there are ${snapshot}`);
    expect(status).toBe(2);
  });
});

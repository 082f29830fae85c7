import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { openSqliteLedger } from "@tagledger/adapters/sqlite/ledger";
import { afterAll, beforeAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "tagledger-upload-"));
const main = join(import.meta.dirname, "../packages/cli/bin/tagledger.js");
const LEDGER = ["--ledger", "ledger.sqlite"];
const CONFIG = `version: 1
teams: { vision: {}, ranking: {} }
pools: [{ name: gpu, match: { service: AmazonEC2 }, method: usage, metric: { gpu-hours: 1 } }]
`;
const HEADER = "start,end,pool,team,metric,quantity";
const VISION = "2026-09-01T00:00:00Z,2026-09-02T00:00:00Z,gpu,vision,gpu-hours,10.5";

function tagledger(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

beforeAll(async () => {
  writeFileSync(join(folder, "tagledger.yaml"), CONFIG);
  writeFileSync(join(folder, "gpu.csv.gz"), gzipSync(`${HEADER}\n${VISION}\n`));
  writeFileSync(join(folder, "wrong.csv"), `${HEADER}\n${VISION}\n${VISION.replace("vision", "visoin")}\n`);
  await (await openSqliteLedger(join(folder, "ledger.sqlite"))).close();
});

afterAll(() => rmSync(folder, { recursive: true }));

test("usage is uploaded, read for its month, and taken back", () => {
  const upload = ["upload", "gpu.csv.gz", ...LEDGER, "--by", "ann"];
  const first = tagledger(...upload, "--json");
  expect(first).toMatchObject({ status: 0, stderr: "gpu.csv: 1 rows of 2026-09, kept\n" });
  expect(JSON.parse(first.stdout)).toMatchObject({
    outcome: "kept",
    name: "gpu.csv",
    by: "ann",
    rows: 1,
    periods: ["2026-09"],
    withdrawn: null,
  });
  expect(tagledger(...upload).stderr).toBe("gpu.csv: 1 rows of 2026-09, there already\n");

  const read = tagledger("usage", "2026-09", ...LEDGER);
  expect([read.status, read.stdout]).toEqual([0, expect.stringContaining("gpu,vision,gpu-hours,10.5")]);
  expect(read.stderr).toContain("uploaded: 1 row\ngpu gpu-hours: 24 of");

  expect(tagledger(...upload, "--withdraw").stderr).toBe("gpu.csv: 1 rows of 2026-09, withdrawn\n");
  const without = tagledger("usage", "2026-09", ...LEDGER);
  expect([without.stdout.includes("10.5"), without.stderr]).toEqual([false, ""]);
});

test.each([
  ["wrong.csv", 'wrong.csv:3: there is no team "visoin": did you mean "vision"?'],
  ["absent.csv", "absent.csv: there is no such file"],
])("what is wrong is refused with its place: %s", (file, words) => {
  const { status, stderr } = tagledger("upload", file, ...LEDGER);
  expect([status, stderr]).toEqual([2, expect.stringContaining(words)]);
});

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = mkdtempSync(join(tmpdir(), "tagledger-ingest-processes-"));
const main = join(import.meta.dirname, "../packages/cli/bin/tagledger.js");
const SAMPLE = join(root, "sample");
const CONFIG = ["--config", join(SAMPLE, "tagledger.yaml")];
const INGEST = ["ingest", join(SAMPLE, "bill"), ...CONFIG];
const REPORT = [...["report", "--usage", join(SAMPLE, "usage.csv")], ...CONFIG, "--json"];
let whole: unknown;

beforeAll(() => {
  run(root, "sample", SAMPLE);
  whole = JSON.parse(run(root, ...REPORT, "--bill", join(SAMPLE, "bill")));
});
afterAll(() => rmSync(root, { recursive: true }));

function makeFolder(name: string): string {
  mkdirSync(join(root, name));
  return join(root, name);
}

function run(folder: string, ...args: string[]): string {
  const options = { cwd: folder, encoding: "utf8", maxBuffer: 1 << 26 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], options);
  expect(status, stderr).toBe(0);
  return stdout;
}

const reportIn = (folder: string): unknown =>
  JSON.parse(run(folder, ...REPORT, "--ledger", ".tagledger/ledger.sqlite"));

test("a bill that several processes take in at once is taken in once, and whole", async () => {
  const folder = makeFolder("at-once");
  const ended = await Promise.all(
    [1, 2, 3].map(async () => {
      const child = spawn(process.execPath, [main, ...INGEST], { cwd: folder });
      const closed = once(child, "close");
      const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
      await closed;
      expect(child.exitCode, stderr).toBe(0);
      return stdout.includes("published") ? "published" : "nothing new";
    }),
  );
  expect(ended.sort()).toEqual(["nothing new", "nothing new", "published"]);
  expect(reportIn(folder)).toEqual(whole);
});

test("a bill whose taking in is killed again and again ends right", async () => {
  const folder = makeFolder("killed");
  for (const milliseconds of [700, 1200, 1700, 2200]) {
    const child = spawn(process.execPath, [main, ...INGEST], { cwd: folder, stdio: "ignore" });
    const ended = once(child, "exit");
    await Promise.race([ended, setTimeout(milliseconds)]);
    child.kill("SIGKILL");
    await ended;
  }
  expect(run(folder, ...INGEST)).toMatch(/published|nothing new/);
  expect(reportIn(folder)).toEqual(whole);
});

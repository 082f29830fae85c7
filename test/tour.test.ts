import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeSample } from "@tagledger/cli/sample/write";
import PostalMime from "postal-mime";
import { afterAll, beforeAll, expect, test } from "vitest";

const MINUTES = 10 * 60_000;
const page = (path: string) => readFileSync(join(import.meta.dirname, "..", path), "utf8");
const folder = join(mkdtempSync(join(tmpdir(), "tagledger-tour-")), "sample");
const main = join(import.meta.dirname, "../packages/cli/bin/tagledger.js");
const words = (line: string) => line.trim().replace(/\s+/g, " ");

/** What each command of the tour printed, in their order. */
const printed = new Map<string, { readonly status: number | null; readonly text: string }>();

beforeAll(async () => {
  await writeSample(folder);
  const [, tour = ""] = page("README.md").split(/^## A tour$/m);
  const [section = ""] = tour.split(/^## /m);
  for (const [, command = ""] of section.matchAll(/^npx tagledger (.+)$/gm)) {
    const { TAGLEDGER_CELLS: _, ...env } = process.env;
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...command.split(" ")], {
      cwd: folder,
      env,
      encoding: "utf8",
      maxBuffer: 2 ** 28,
    });
    printed.set(command, { status, text: status === 0 ? stdout : `${stdout}${stderr}` });
  }
}, MINUTES);
afterAll(() => rmSync(join(folder, ".."), { recursive: true }));

test("every command of the tour does what it is there for", () => {
  expect(printed.size).toBeGreaterThan(10);
  const failed = [...printed].filter(([, { status }]) => status !== 0);
  expect(failed.map(([command, { text }]) => `${command}: ${text}`)).toEqual([]);
  expect(readdirSync(join(folder, "mails"))).toHaveLength(6);
});

test("the page about snapshots shows what the sample company's division prints", () => {
  const [, shown = ""] = /^```\n(2026-09 effective: [^`]+)```$/m.exec(page("docs/snapshots.md")) ?? [];
  const lines = (printed.get("allocate")?.text ?? "").split("\n").map(words);
  const missing = shown.split("\n").filter((line) => !/^─+/.test(line) && !lines.includes(words(line)));
  expect(shown).toContain("snapshot");
  expect(missing).toEqual([]);
});

test("a mail tells where the money is that nobody tagged, and leads to the page", async () => {
  const [file = ""] = readdirSync(join(folder, "mails")).filter((name) => name.includes("document-ai"));
  const { text = "" } = await PostalMime.parse(readFileSync(join(folder, "mails", file)));
  expect(text).toMatch(/Give a project to what has none[^=]+ AmazonSageMaker in \d{12}: [\d,]+\.\d\d\n/);
  expect(text).toMatch(/http:\/\/127\.0\.0\.1:4180\/\?period=2026-09&\S+&team=document-ai\n/);
});

test("the page about mail names a file that is written", () => {
  const [, named = ""] = /`mails\/([^`]+\.eml)`/.exec(page("docs/mail.md")) ?? [];
  expect(readdirSync(join(folder, "mails"))).toContain(named);
});

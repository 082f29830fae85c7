import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const TSC = join(ROOT, "node_modules/typescript/bin/tsc");
const PROJECT = "test/fixtures/purity";

/** What core must not know, one fixture each, and the complaint that shows that it does not. */
const refused = [
  ["process.ts", "Cannot find name 'process'"],
  ["fetch.ts", "Cannot find name 'fetch'"],
  ["console.ts", "Cannot find name 'console'"],
  ["set-timeout.ts", "Cannot find name 'setTimeout'"],
  ["buffer.ts", "Cannot find name 'Buffer'"],
  ["document.ts", "Cannot find name 'document'"],
  ["node-fs.ts", "Cannot find module 'node:fs'|Cannot find name 'node:fs'"],
] as const;

describe("core's compiler settings", () => {
  // The project holds the fixtures and all of core, so a dependency of core whose types bring Node's along is found too.
  const { stdout } = spawnSync(process.execPath, [TSC, "-p", PROJECT, "--pretty", "false"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  const complaints = stdout.split("\n").filter((line) => line.startsWith(PROJECT));

  test.each(refused)("refuse %s", (file, complaint) => {
    const own = complaints.filter((line) => line.startsWith(`${PROJECT}/${file}(`));
    expect(own.join("\n")).toMatch(new RegExp(complaint));
  });

  test("accept the language itself", () => {
    expect(complaints.filter((line) => line.includes("/pure.ts"))).toEqual([]);
    expect(new Set(complaints.map((line) => line.split("(")[0])).size).toBe(refused.length);
  });
});

import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..");

let clone: string;

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), "ci-"));
  cpSync(join(ROOT, ".ci"), join(clone, ".ci"), { recursive: true });
});

afterEach(() => rmSync(clone, { recursive: true }));

describe(".ci/run", () => {
  test("runs the test command, then every test:* script, and counts them", () => {
    const { commands, lastLine, status } = run({ test: "", "test:aws": "", lint: "", "test:browser": "" });
    expect(commands).toEqual(["ci", "test", "run test:aws", "run test:browser"]);
    expect({ lastLine, status }).toEqual({ lastLine: "3 passed, 0 failed", status: 0 });
  });

  test("says so where there is no such script", () => {
    const { commands, output, lastLine } = run({ test: "" });
    expect(commands).toEqual(["ci", "test"]);
    expect(output).toContain("no test:* scripts");
    expect(lastLine).toBe("1 passed, 0 failed");
  });

  test("goes on after a failure, and fails", () => {
    const { commands, lastLine, status } = run({ "test:aws": "", "test:browser": "" }, "run test:aws");
    expect(commands).toEqual(["ci", "test", "run test:aws", "run test:browser"]);
    expect({ lastLine, status }).toEqual({ lastLine: "2 passed, 1 failed", status: 1 });
  });

  test("does not test what could not be installed", () => {
    const { commands, lastLine, status } = run({ test: "" }, "ci");
    expect(commands).toEqual(["ci"]);
    expect({ lastLine, status }).toEqual({ lastLine: "0 passed, 1 failed", status: 1 });
  });
});

/** Runs the script in a clone with these scripts, from elsewhere, with an npm that only notes what it is asked. */
function run(scripts: Record<string, string>, failing = "nothing") {
  const bin = join(clone, "bin");
  const log = join(clone, "npm.log");
  mkdirSync(bin);
  writeFileSync(join(clone, "package.json"), JSON.stringify({ scripts }));
  writeFileSync(join(bin, "npm"), `#!/bin/sh\necho "$*" >> "${log}"\n[ "$*" != "${failing}" ]\n`);
  chmodSync(join(bin, "npm"), 0o755);
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` };
  const { stdout, status } = spawnSync(join(clone, ".ci/run"), { cwd: tmpdir(), env, encoding: "utf8" });
  const commands = readFileSync(log, "utf8").trim().split("\n");
  return { commands, output: stdout, lastLine: stdout.trim().split("\n").at(-1), status };
}

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** Where the command runs, and where the files of one test file are. */
export const folder = mkdtempSync(join(tmpdir(), "tagledger-audit-"));
const main = join(import.meta.dirname, "../../packages/cli/bin/tagledger.js");

afterAll(() => rmSync(folder, { recursive: true }));

/** Runs `tagledger audit`. */
export function audit(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, "audit", ...args], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  return { status, stdout, stderr };
}

/** The lines of an audit as JSON. */
export function auditLines(...args: string[]) {
  const { status, stdout, stderr } = audit(...args, "--json", "--config", CONFIG);
  return {
    status,
    stderr,
    lines: stdout
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  };
}

/** Writes a file into the folder. */
export function write(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** The schema by which logs are read. */
export const CONFIG = write(
  "rules.yaml",
  `version: 1
tags:
  ml-team: { required: true, values: [vision, ranking] }
  ml-environment: { required: true, values: [dev, prod] }
normalize: { aliases: { ml-environment: { production: prod } } }
enforcement: { principals: ["arn:aws:iam::*:role/tagledger-*"], default: { mode: observe, grace: 1h } }
`,
);

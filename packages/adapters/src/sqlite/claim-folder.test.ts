import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { claimFolder } from "./claim-folder.ts";

const root = mkdtempSync(join(tmpdir(), "tagledger-claim-"));
afterAll(() => rmSync(root, { recursive: true }));

test("a folder is had by one at a time", () => {
  const folder = join(root, "one");
  const claimed = claimFolder(folder);
  expect(claimed?.folder).toBe(folder);
  expect(claimFolder(folder)).toBeNull();
  claimed?.release();
  const again = claimFolder(folder);
  expect(again).not.toBeNull();
  again?.release();
});

test("what a process that was killed had is free", async () => {
  const folder = join(root, "killed");
  const module = JSON.stringify(join(import.meta.dirname, "claim-folder.ts"));
  const program = `import(${module}).then(({ claimFolder }) => { console.log(claimFolder(${JSON.stringify(folder)}) !== null); setInterval(() => {}, 1000); })`;
  const child = spawn(process.execPath, ["--no-warnings", "-e", program]);
  const [said] = await once(child.stdout, "data");
  expect(String(said).trim()).toBe("true");
  expect(claimFolder(folder)).toBeNull();
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
  const claimed = claimFolder(folder);
  expect(claimed).not.toBeNull();
  claimed?.release();
});

test("a folder that cannot be made cannot be had", () => {
  writeFileSync(join(root, "file"), "");
  expect(claimFolder(join(root, "file", "folder"))).toBeNull();
});

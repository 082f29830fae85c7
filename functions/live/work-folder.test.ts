import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { workFolder } from "./work-folder.ts";

const NOW = Date.UTC(2026, 9, 2, 12);
const within = mkdtempSync(join(tmpdir(), "work-"));
afterEach(() => rmSync(within, { recursive: true, force: true }));

test("what a killed run left an hour ago can be gone on with, and what is older than that no longer fills the disk", async () => {
  const folder = await workFolder(NOW, within);
  const left = (name: string, hours: number, where = folder) => {
    const path = join(where, name);
    mkdirSync(join(path, "parts"), { recursive: true });
    utimesSync(path, NOW / 1000 - hours * 3600, NOW / 1000 - hours * 3600);
    return path;
  };
  const [late, early] = [left("bill-a", 1), left("bill-b", 7)];
  const [cells, others] = [left("tagledger-cells-a", 7, within), left("others", 7, within)];
  expect(await workFolder(NOW, within)).toBe(folder);
  expect(existsSync(late)).toBe(true);
  expect(existsSync(early)).toBe(false);
  expect(existsSync(cells)).toBe(false);
  expect(existsSync(others)).toBe(true);
});

import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findChromium } from "./chromium.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "chromium-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

test("the browser of the system is found on the path", () => {
  const path = join(folder, "chromium-browser");
  writeFileSync(path, "#!/bin/sh\n");
  expect(() => findChromium({ PATH: folder })).toThrow("install Chromium");
  chmodSync(path, 0o755);
  expect(findChromium({ PATH: `/nowhere:${folder}` })).toBe(path);
});

test("another browser may be named", () => {
  expect(findChromium({ PATH: folder, CHROMIUM_PATH: "/opt/chromium" })).toBe("/opt/chromium");
});

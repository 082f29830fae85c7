import { expect, test } from "vitest";
import { isRunning } from "./is-running.ts";

test.each([
  ["available", true],
  ["starting", true],
  ["backing-up", true],
  ["storage-full", true],
  ["stopping", false],
  ["stopped", false],
  [undefined, null],
])("a database that is %s runs: %s", (status, runs) => {
  expect(isRunning(status)).toBe(runs);
});

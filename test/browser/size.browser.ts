import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";

const ASSETS = join(import.meta.dirname, "../../packages/dashboard/dist/assets");
const KB = 1000;

function compressed(kind: string): ReadonlyMap<string, number> {
  const files = readdirSync(ASSETS).filter((name) => name.endsWith(kind));
  return new Map(files.map((name) => [name, gzipSync(readFileSync(join(ASSETS, name))).length]));
}

const sum = (sizes: Iterable<number>) => [...sizes].reduce((total, size) => total + size, 0);

test("all scripts of the page hold at most 250 kB, compressed", () => {
  const scripts = compressed(".js");
  expect([...scripts.keys()].some((name) => name.startsWith("echarts-"))).toBe(true);
  expect(sum(scripts.values())).toBeLessThanOrEqual(250 * KB);
});

test("what has to be there before anything is seen is a small part of it: charts come later", () => {
  const first = [...compressed(".js")].filter(([name]) => name.startsWith("index-"));
  expect(sum(first.map(([, size]) => size))).toBeLessThanOrEqual(60 * KB);
  expect(sum(compressed(".css").values())).toBeLessThanOrEqual(20 * KB);
});

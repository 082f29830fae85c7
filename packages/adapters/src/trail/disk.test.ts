import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import type { TrailItem } from "@tagledger/core/ports";
import { afterAll, expect, test } from "vitest";
import { diskTrail } from "./disk.ts";

const folder = mkdtempSync(join(tmpdir(), "tagledger-trail-"));
const many = Array.from({ length: 5000 }, (_, n) => ({ n, filler: `${n * 7919}`.repeat(20) }));

afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

async function read(...paths: string[]): Promise<TrailItem[]> {
  const items: TrailItem[] = [];
  for await (const item of diskTrail().read(paths)) items.push(item);
  return items;
}

const log = (...records: unknown[]) => JSON.stringify({ Records: records });

test("a folder is read through and through, in the order of names, without digests and other files", async () => {
  const day = "s3/AWSLogs/111122223333/CloudTrail/eu-west-1/2026/09";
  write(`${day}/02/b.json.gz`, gzipSync(log({ n: 3 })));
  write(`${day}/01/a.json.gz`, gzipSync(log({ n: 1 }, { n: 2 })));
  write("s3/AWSLogs/111122223333/CloudTrail-Digest/eu-west-1/d.json.gz", gzipSync(log({ n: 9 })));
  write("s3/readme.md", "not a log");
  const items = await read(join(folder, "s3"));
  expect(items.map((item) => "record" in item && item.record)).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
});

test("what is zipped is seen from its content, whatever its name", async () => {
  const path = write("odd.json", gzipSync('{"n":1}\n{"n":2}\n'));
  expect(await read(path)).toEqual([
    { record: { n: 1 }, place: `${path}:1` },
    { record: { n: 2 }, place: `${path}:2` },
  ]);
});

test("of gzip that breaks in the middle, what came before is given and the break is named", async () => {
  const whole = gzipSync(log(...many));
  const path = write("broken.json.gz", whole.subarray(0, whole.length / 2));
  const items = await read(path);
  const records = items.filter((item) => "record" in item);
  expect(records.length).toBeGreaterThan(100);
  expect(records.length).toBeLessThan(many.length);
  expect(items.at(-1)).toEqual({ problem: "the gzip data is damaged or cut off", place: path });
});

test("of a file that ends inside a record, what came before is given and the line is named", async () => {
  const path = write("cut.json", '{"Records":[{"n":1},\n{"n":');
  expect(await read(path)).toEqual([
    { record: { n: 1 }, place: `${path}:1` },
    { problem: "the file ends inside a record", place: `${path}:2` },
  ]);
});

test("a record that is no JSON is named, and those around it are given", async () => {
  const path = write("odd-record.json", '{"Records":[{"n":1},\n{"n":oops},\n{"n":3}]}');
  const [first, broken, last] = await read(path);
  expect(first).toMatchObject({ record: { n: 1 } });
  expect(broken).toMatchObject({ place: `${path}:2`, problem: expect.stringContaining("JSON") });
  expect(last).toMatchObject({ record: { n: 3 } });
});

test("a path that is not there is refused", async () => {
  await expect(read(join(folder, "absent"))).rejects.toThrow("there is no such file or folder");
});

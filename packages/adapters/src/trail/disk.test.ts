import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { relative } from "node:path";
import { gzipSync } from "node:zlib";
import type { TrailItem } from "@tagledger/core/ports";
import { afterAll, describe, expect, test } from "vitest";
import { makeFolder } from "../testing/folder.ts";
import { diskTrail } from "./disk.ts";

const folder = makeFolder();
const many = Array.from({ length: 5000 }, (_, n) => ({ n, filler: `${n * 7919}`.repeat(20) }));

afterAll(() => folder.remove());

const write = (name: string, content: string | Buffer) => folder.put({ [name]: content });

function pipe(name: string): string {
  const path = folder.at(name);
  execFileSync("mkfifo", [path]);
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
  const items = await read(folder.at("s3"));
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
  await expect(read(folder.at("absent"))).rejects.toThrow("there is no such file or folder");
});

describe("what cannot be read is named, and does not keep the others from being read:", () => {
  test.each<[string, (name: string) => string, string]>([
    ["an empty file", (name) => write(name, ""), "the file is empty"],
    ["a zipped file of nothing", (name) => write(name, gzipSync("")), "the file is empty"],
    ["a link that leads nowhere", (name) => folder.link(name, "nowhere"), "the file cannot be read: ENOENT"],
    ["a link to itself", (name) => folder.link(name, "b.json"), "the file cannot be read: ELOOP"],
    ["a pipe into which nobody writes", pipe, "the file is empty"],
    ["the beginning of a zipped file", (name) => write(name, gzipSync("{}").subarray(0, 5)), "gzip data"],
    ["a page of the web", (name) => write(name, "<html>"), "here should be records of CloudTrail"],
  ])("%s", async (what, put, problem) => {
    write(`${what}/a.json`, log({ n: 1 }));
    put(`${what}/b.json`);
    write(`${what}/c.json`, log({ n: 2 }));
    const [before, broken, after, ...more] = await read(folder.at(what));
    expect([before, after, more]).toEqual([
      { record: { n: 1 }, place: `${folder.at(what)}/a.json:1` },
      { record: { n: 2 }, place: `${folder.at(what)}/c.json:1` },
      [],
    ]);
    expect(broken).toMatchObject({ problem: expect.stringContaining(problem) });
    expect(relative(folder.at(what), broken?.place ?? "")).toMatch(/^b\.json(:1)?$/);
  });
});

describe("a file that is large", () => {
  const noise = (n: number) => randomBytes(n).toString("base64");
  const large = Array.from({ length: 40 }, (_, n) => ({ n, noise: noise(1 << 16) }));

  test.each([
    ["and plain", Buffer.from(log(...large))],
    ["and zipped", gzipSync(log(...large))],
    ["only when it is unzipped", gzipSync(log(...large.map(({ n }) => ({ n, noise: "0".repeat(1 << 20) }))))],
  ])("%s gives all of its records", async (what, content) => {
    const items = await read(write(`large ${what}`, content));
    const records = items.map((item) => ("record" in item ? item.record : item));
    expect(records).toMatchObject(large.map(({ n }) => ({ n })));
  });

  test("gives what came before where its gzip breaks", async () => {
    const zipped = gzipSync(log(...large));
    const path = write("large and broken.json.gz", zipped.subarray(0, zipped.length / 2));
    const items = await read(path);
    expect(items.length).toBeGreaterThan(10);
    expect(items.length).toBeLessThan(large.length);
    expect(items.at(-1)).toEqual({ problem: "the gzip data is damaged or cut off", place: path });
  });

  test("can be put down in the middle", async () => {
    const path = write("large and left.json.gz", gzipSync(log(...large)));
    for await (const item of diskTrail().read([path])) {
      expect(item).toMatchObject({ record: { n: 0 } });
      break;
    }
    expect(await read(path)).toHaveLength(large.length);
  });
});

test("of several paths, none is read before all of them were found", async () => {
  const path = write("there.json", log({ n: 1 }));
  const items: TrailItem[] = [];
  const reading = async () => {
    for await (const item of diskTrail().read([path, folder.at("absent")])) items.push(item);
  };
  await expect(reading()).rejects.toThrow(`${folder.at("absent")}: there is no such file or folder`);
  expect(items).toEqual([]);
});

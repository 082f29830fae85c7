import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { DeleteObjectCommand, ListObjectsV2Command, PutBucketVersioningCommand } from "@aws-sdk/client-s3";
import { cellsAt, deliveriesAt, fetcherFor } from "@tagledger/adapters/deliveries/by-scheme";
import { makeFolder, type TestFolder } from "@tagledger/adapters/testing/folder";
import type { Delivery } from "@tagledger/core/bills/delivery";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeCharges } from "../bills/charge.ts";
import { deliverCur2, deliverFocus, deliverLegacy } from "../bills/deliver.ts";
import { bucketForEachTest } from "./local/bucket-for-each-test.ts";

const VERSION = { export: "cur2", period: "2026-09", id: "5f0c" };
const CHARGES = makeCharges(40);
const MANIFEST = "exports/cur2/metadata/BILLING_PERIOD=2026-09/cur2-Manifest.json";
const DATA = "exports/cur2/data/BILLING_PERIOD=2026-09/cur2-00001.snappy.parquet";
const periodsOf = async () => [];

const bucket = bucketForEachTest("billing");
let folder: TestFolder;

beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => folder.remove());

/** Puts what lies in the folder into the bucket, below a prefix. */
async function upload(prefix = ""): Promise<void> {
  for (const entry of await readdir(folder.at(""), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    await bucket.put(`${prefix}${relative(folder.at(""), path)}`, readFileSync(path));
  }
}

const inBucket = async (place = "") =>
  (await deliveriesAt("s3://", { periodsOf, client: bucket.client })).find(`s3://${bucket.name}${place}`);
const onDisk = async () => (await deliveriesAt(".", { periodsOf })).find(folder.at(""));
const changed = async (delivery: Delivery) =>
  (await deliveriesAt("s3://", { periodsOf, client: bucket.client })).changed(delivery);

/** What a delivery is, wherever it lies. */
const outline = (root: string, deliveries: readonly Delivery[]) =>
  deliveries.map(({ export: name, period, execution, manifest, parts }) => ({
    name,
    period,
    execution,
    manifest: manifest?.slice(root.length),
    parts: parts.map(({ place, bytes }) => [place.slice(root.length), bytes]),
  }));

async function one(place = ""): Promise<Delivery> {
  const [found, ...others] = await inBucket(place);
  if (found === undefined || others.length > 0) throw new Error("expected one delivery");
  return found;
}

describe("deliveries in a bucket", () => {
  test("are those that they are on a disk, in all layouts", async () => {
    for (const deliver of [deliverLegacy, deliverCur2, deliverFocus]) await deliver(folder.at(""), CHARGES);
    await upload();
    const expected = outline(`${folder.at("")}/`, await onDisk());
    expect(expected.map(({ name }) => name)).toEqual(["cur2", "focus", "ml"]);
    expect(outline(`s3://${bucket.name}/`, await inBucket())).toEqual(expected);
    expect(outline(`s3://${bucket.name}/`, await inBucket("/exports/"))).toEqual(expected.slice(0, 2));
    expect(outline(`s3://${bucket.name}/`, await inBucket(`/${MANIFEST}`))).toEqual(expected.slice(0, 1));
  });

  test("are found where they were copied to another prefix", async () => {
    for (const deliver of [deliverLegacy, deliverCur2]) await deliver(folder.at(""), CHARGES);
    await upload("copied/of a bill/");
    const expected = outline(`${folder.at("")}/`, await onDisk());
    expect(outline(`s3://${bucket.name}/copied/of a bill/`, await inBucket("/copied"))).toEqual(expected);
  });

  test("have changed when the manifest or a part was written over or is gone", async () => {
    await deliverCur2(folder.at(""), CHARGES);
    await upload();
    const delivery = await one();
    expect(await changed(delivery)).toEqual([]);
    await bucket.put(DATA, "other data");
    expect(await changed(delivery)).toEqual([`s3://${bucket.name}/${DATA}`]);
    await bucket.client.send(new DeleteObjectCommand({ Bucket: bucket.name, Key: MANIFEST }));
    expect(await changed(delivery)).toEqual([
      `s3://${bucket.name}/${MANIFEST}`,
      `s3://${bucket.name}/${DATA}`,
    ]);
  });

  test("are the same when the same manifest is written again, where the bucket keeps versions", async () => {
    const VersioningConfiguration = { Status: "Enabled" } as const;
    await bucket.client.send(
      new PutBucketVersioningCommand({ Bucket: bucket.name, VersioningConfiguration }),
    );
    await deliverCur2(folder.at(""), CHARGES);
    await upload();
    const first = await one();
    expect((await one()).tag).toBe(first.tag);
    await upload();
    expect((await one()).tag).toBe(first.tag);
  });

  test("are refused where a listed part is missing or empty", async () => {
    await deliverCur2(folder.at(""), CHARGES);
    await upload();
    await bucket.put(DATA, "");
    const refused = { code: "bad-input", fields: { file: `s3://${bucket.name}/${MANIFEST}` } };
    await expect(one()).rejects.toMatchObject({ ...refused, message: expect.stringContaining("is empty") });
    await bucket.client.send(new DeleteObjectCommand({ Bucket: bucket.name, Key: DATA }));
    await expect(one()).rejects.toMatchObject({ ...refused, message: expect.stringContaining("not there") });
  });

  test("are not guessed where there is no manifest, or no bucket", async () => {
    await bucket.put("some/bill.csv", "a,b");
    await expect(inBucket("/some")).rejects.toThrow("no manifest lists this object");
    await expect(inBucket("/elsewhere")).rejects.toThrow("no bill here");
    await expect(inBucket("-of-nobody/exports")).rejects.toMatchObject({
      code: "bad-input",
      message: `s3://${bucket.name}-of-nobody/exports/: there is no such bucket`,
    });
  });
});

test("parts of a delivery come as they are", async () => {
  await deliverLegacy(folder.at(""), CHARGES, { parts: 1 });
  await upload();
  const [part] = (await one()).parts;
  if (part === undefined) throw new Error("it has no parts");
  const fetcher = fetcherFor({ client: bucket.client });
  const { path, bytes } = await fetcher.fetch(part, folder.at("scratch"), (names) => names);
  expect(bytes).toBe(part.bytes);
  expect(
    readFileSync(path).equals(readFileSync(folder.at(part.place.slice(`s3://${bucket.name}/`.length)))),
  ).toBe(true);
  await bucket.put(part.place.slice(`s3://${bucket.name}/`.length), "another");
  await expect(fetcher.fetch(part, folder.at("other"), (names) => names)).rejects.toMatchObject({
    code: "outside-failure",
    message: `${part.place}: the object was replaced while it was read`,
  });
});

describe("cells in a bucket", () => {
  const cells = () => cellsAt(`s3://${bucket.name}/cells/`, { client: bucket.client });
  const staged = () => [folder.put({ "a.parquet": "day 1" }), folder.put({ "b.parquet": "day 2" })];
  const keys = async () =>
    ((await bucket.client.send(new ListObjectsV2Command({ Bucket: bucket.name }))).Contents ?? []).map(
      ({ Key }) => Key,
    );

  test("are opened as they were kept, on this machine as long as they are needed", async () => {
    const place = await cells().keep(VERSION, staged());
    expect(place.startsWith(`s3://${bucket.name}/cells/cur2/2026-09/5f0c-`)).toBe(true);
    expect(await cells().keep(VERSION, staged())).toBe(place);
    const { files, close } = await cells().open(place);
    expect(files.map((file) => readFileSync(file, "utf8"))).toEqual(["day 1", "day 2"]);
    await close();
    expect(() => readFileSync(files[0] ?? "")).toThrow("ENOENT");
  });

  test("are not there before all files are, and gone when they are removed", async () => {
    const missing = [...staged(), folder.at("c.parquet")];
    await expect(cells().keep(VERSION, missing)).rejects.toThrow("c.parquet");
    expect(await keys()).toEqual([]);
    const place = await cells().keep(VERSION, staged());
    expect(await keys()).toHaveLength(3);
    await bucket.put("cells/others", "stay");
    await cells().remove(place);
    await cells().remove(place);
    expect(await keys()).toEqual(["cells/others"]);
    await expect(cells().open(place)).rejects.toMatchObject({ code: "outside-failure" });
    await expect(cells().remove(`s3://${bucket.name}/cells`)).rejects.toMatchObject({ code: "bad-input" });
  });

  test("that were damaged are refused", async () => {
    const place = await cells().keep(VERSION, staged());
    await bucket.put(`${place.slice(`s3://${bucket.name}/`.length)}/00001.parquet`, "day 3");
    await expect(cells().open(place)).rejects.toMatchObject({
      code: "outside-failure",
      message: expect.stringContaining("00001.parquet is not as it was kept"),
    });
  });

  test("that were kept in a folder before are still opened there", async () => {
    const place = await cellsAt(folder.at("cells")).keep(VERSION, staged());
    expect((await cells().open(place)).files).toHaveLength(2);
  });
});

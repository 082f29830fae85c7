import { utimesSync } from "node:fs";
import { relative } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeFolder, type TestFolder } from "../testing/folder.ts";
import { diskDeliveries } from "./disk.ts";
import { diskFetcher } from "./disk-fetcher.ts";

let folder: TestFolder;
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => folder.remove());

const SEPTEMBER = Date.UTC(2026, 8, 5);
const HOUR = 3_600_000;
const RANGE = "cur/ml/20260901-20261001";

/** Files without a manifest are of the months that they spell. */
const deliveries = () =>
  diskDeliveries({
    periodsOf: async (paths) => paths.flatMap((path) => path.match(/\d{4}-\d{2}/g) ?? []),
  });

async function find(place = "") {
  return (await deliveries().find(folder.at(place))).map((each) => ({
    is: `${each.export} ${each.period} ${each.execution}`.trim(),
    at: each.deliveredAt,
    parts: each.parts.map((part) => relative(folder.at(""), part.place)),
  }));
}

function put(files: Readonly<Record<string, string | object>>, at = SEPTEMBER): void {
  for (const [name, content] of Object.entries(files)) {
    const path = folder.put({ [name]: typeof content === "string" ? content : JSON.stringify(content) });
    utimesSync(path, at / 1000, at / 1000);
  }
}

/** A run of the legacy report, which keeps those before. */
function putLegacy(run: string, at: number): void {
  const note = {
    assemblyId: run,
    account: "111122223333",
    reportName: "ml",
    reportKeys: [`${RANGE}/${run}/ml-1.csv.gz`],
    billingPeriod: { start: "20260901T000000.000Z", end: "20261001T000000.000Z" },
  };
  put({ [`${RANGE}/${run}/ml-1.csv.gz`]: run, [`${RANGE}/${run}/ml-Manifest.json`]: note }, at);
  put({ [`${RANGE}/ml-Manifest.json`]: note }, at);
}

/** A Data Export; with a run, one that keeps those before. */
function putExport(
  period: string,
  { name = "cur2", run = "", account = "111122223333", at = SEPTEMBER } = {},
) {
  const below = run === "" ? `BILLING_PERIOD=${period}` : `BILLING_PERIOD=${period}/${run}`;
  const data = `${account}/${name}/data/${below}/${name}-00001.snappy.parquet`;
  const note = {
    exportArn: `arn:aws:bcm-data-exports:us-east-1:${account}:export/${name}-0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9`,
    executionId: run || "only",
    dataFiles: [`s3://billing/${data}`],
  };
  const manifest = `${account}/${name}/metadata/${below}/${name}-Manifest.json`;
  put({ [data]: `data of ${run}`, [manifest]: note }, at);
  return { data, manifest, note };
}

describe("deliveries on a disk", () => {
  test("of a legacy report are what the manifest in force lists, by whatever path it is named", async () => {
    putLegacy("run-1", SEPTEMBER + HOUR);
    putLegacy("run-2", SEPTEMBER);
    const expected = [{ is: "ml 2026-09 run-2", at: SEPTEMBER, parts: [`${RANGE}/run-2/ml-1.csv.gz`] }];
    for (const place of ["", RANGE, `${RANGE}/ml-Manifest.json`, `${RANGE}/run-2`]) {
      expect(await find(place)).toEqual(expected);
    }
    const [inForce] = await deliveries().find(folder.at(""));
    const [copy] = await deliveries().find(folder.at(`${RANGE}/run-2/ml-Manifest.json`));
    expect(copy?.tag).toBe(inForce?.tag);
  });

  test("of Data Exports are found for each export and period", async () => {
    const october = putExport("2026-10");
    const september = putExport("2026-09");
    const focus = putExport("2026-09", { name: "focus", at: SEPTEMBER + HOUR });
    expect(await find()).toEqual([
      { is: "cur2 2026-09 only", at: SEPTEMBER, parts: [september.data] },
      { is: "cur2 2026-10 only", at: SEPTEMBER, parts: [october.data] },
      { is: "focus 2026-09 only", at: SEPTEMBER + HOUR, parts: [focus.data] },
    ]);
  });

  test("of a Data Export that keeps its runs are those of the newest run, whenever files were copied", async () => {
    putExport("2026-09", { run: "2026-09-05T00:15:07.123Z-aa", at: SEPTEMBER + 9 * HOUR });
    const { data } = putExport("2026-09", { run: "2026-09-06T00:15:07.123Z-bb" });
    const at = Date.UTC(2026, 8, 6, 0, 15, 7, 123);
    expect(await find()).toEqual([{ is: "cur2 2026-09 2026-09-06T00:15:07.123Z-bb", at, parts: [data] }]);
  });

  test("of a run that the manifest above all runs lists were made when its folder says", async () => {
    const { manifest, note } = putExport("2026-09", { run: "2026-09-06T00:15:07.123Z-bb" });
    put({ [manifest.replace("2026-09-06T00:15:07.123Z-bb/", "")]: note }, SEPTEMBER + 90 * HOUR);
    const [above] = await deliveries().find(folder.at(""));
    const [own] = await deliveries().find(folder.at(manifest));
    expect(above).toEqual({ ...own, manifest: above?.manifest });
    expect(above?.manifest).not.toBe(own?.manifest);
    expect(above?.deliveredAt).toBe(Date.UTC(2026, 8, 6, 0, 15, 7, 123));
  });

  test("of two exports of one name are told apart, and refused together", async () => {
    putExport("2026-09");
    putExport("2026-09", { account: "222233334444" });
    await expect(find()).rejects.toThrow("two exports are called cur2");
    expect(await find("222233334444")).toHaveLength(1);
  });

  test("without a manifest are one for each month that the files hold lines of", async () => {
    put({ "bills/2026-09.csv": "a", "bills/2026-09 to 2026-10.csv.gz": "b", "bills/notes.txt": "c" });
    put({ "bills/2026-10.parquet": "d" }, SEPTEMBER + HOUR);
    expect(await find("bills")).toEqual([
      { is: "bills 2026-09", at: SEPTEMBER, parts: ["bills/2026-09 to 2026-10.csv.gz", "bills/2026-09.csv"] },
      {
        is: "bills 2026-10",
        at: SEPTEMBER + HOUR,
        parts: ["bills/2026-09 to 2026-10.csv.gz", "bills/2026-10.parquet"],
      },
    ]);
    const [one] = await find("bills/2026-10.parquet");
    expect(one).toEqual({ is: "2026-10 2026-10", at: SEPTEMBER + HOUR, parts: ["bills/2026-10.parquet"] });
  });
});

describe("a delivery is refused", () => {
  const refused = async (reason: string) =>
    expect(find()).rejects.toMatchObject({ code: "bad-input", message: expect.stringContaining(reason) });

  test("where a listed file is not there, or is empty", async () => {
    const { data, manifest, note } = putExport("2026-09");
    put({ [manifest]: { ...note, dataFiles: [`${data}-2`] } });
    await refused(`${data}-2, which is not there`);
    put({ [manifest]: note, [data]: "" });
    await refused(`${data}, which is empty`);
  });

  test.each([
    ['{"dataFiles": ["s3://bil', "it may be cut off"],
    ["[]", "lists neither dataFiles nor reportKeys"],
    ['{"dataFiles": []}', "lists no files"],
    ['{"dataFiles": "all"}', "lists neither"],
  ])("where the manifest says %s", async (text, reason) => {
    const { manifest } = putExport("2026-09");
    put({ [manifest]: text });
    await refused(reason);
    await refused(manifest);
  });

  test("where it lists files of another month, or some file twice", async () => {
    const { manifest, note } = putExport("2026-09");
    const { data } = putExport("2026-10", { name: "other" });
    put({ [manifest]: { ...note, dataFiles: [`s3://billing/${data}`] } });
    await refused("its path says 2026-09, the listed");
    put({ [manifest]: { ...note, dataFiles: [...note.dataFiles, ...note.dataFiles] } });
    await refused("twice");
  });

  test("where it lists one file under two names", async () => {
    const { manifest, note, data } = putExport("2026-09");
    put({ [manifest]: { ...note, dataFiles: [data, `s3://billing/${data}`] } });
    await refused(`the manifest lists ${data} and s3://billing/${data}, which are one file here`);
    put({
      "dl/cur2-Manifest.json": { ...note, dataFiles: ["x/a/cur2-1.parquet", "x/b/cur2-1.parquet"] },
      "dl/cur2-1.parquet": "lines",
    });
    await expect(find("dl")).rejects.toThrow("lists x/a/cur2-1.parquet and x/b/cur2-1.parquet");
  });

  test("where nothing is there", async () => {
    put({ "notes.txt": "nothing" });
    await refused("no bill here");
    await expect(find("elsewhere")).rejects.toThrow("there is no such file or folder");
  });
});

test("what was written over since a delivery was found has changed", async () => {
  const { data, manifest, note } = putExport("2026-09");
  const [delivery] = await deliveries().find(folder.at(""));
  if (delivery === undefined) throw new Error("nothing was found");
  const [part] = delivery.parts;
  if (part === undefined) throw new Error("it has no parts");
  expect(await deliveries().changed(delivery)).toEqual([]);
  expect(await diskFetcher().fetch(part, "", (names) => names)).toEqual({ path: folder.at(data), bytes: 0 });
  put({ [data]: "data of another" }, SEPTEMBER + HOUR);
  expect(await deliveries().changed(delivery)).toEqual([folder.at(data)]);
  await expect(diskFetcher().fetch(part, "", (names) => names)).rejects.toMatchObject({
    code: "outside-failure",
    message: `${folder.at(data)}: the file was replaced while it was read`,
  });
  put({ [manifest]: { ...note, executionId: "next" } });
  expect(await deliveries().changed(delivery)).toEqual([folder.at(manifest), folder.at(data)]);
});

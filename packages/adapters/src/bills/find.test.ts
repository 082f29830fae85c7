import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findBillFiles } from "./find.ts";

let folder: string;
const at = (name: string) => join(folder, name);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "find-"));
});
afterEach(() => rm(folder, { recursive: true }));

/** Puts files there, empty ones unless they are manifests: those list keys. */
async function put(files: Readonly<Record<string, object | string>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(at(name)), { recursive: true });
    await writeFile(at(name), typeof content === "string" ? content : JSON.stringify(content));
  }
}

/** What is found at paths below the folder, as paths below the folder. */
async function found(...names: readonly string[]) {
  const { files, superseded } = await findBillFiles(names.map(at));
  const below = (path: string) => relative(folder, path);
  return {
    named: files.filter(({ named }) => named).map(({ path }) => below(path)),
    others: files.filter(({ named }) => !named).map(({ path }) => below(path)),
    superseded: superseded.map(below),
  };
}

const PERIOD = "cur/ml/20260901-20261001";

describe("a legacy report", () => {
  const reportKeys = ["new-id/ml-1.csv.gz", "new-id/ml-2.csv.gz"].map((file) => `${PERIOD}/${file}`);

  it("is what its manifest lists, not what older assemblies hold", async () => {
    await put({
      [`${PERIOD}/ml-Manifest.json`]: { reportKeys },
      [`${PERIOD}/new-id/ml-Manifest.json`]: { reportKeys },
      [`${PERIOD}/new-id/ml-1.csv.gz`]: "",
      [`${PERIOD}/new-id/ml-2.csv.gz`]: "",
      [`${PERIOD}/old-id/ml-Manifest.json`]: { reportKeys: [`${PERIOD}/old-id/ml-1.csv.gz`] },
      [`${PERIOD}/old-id/ml-1.csv.gz`]: "",
    });
    const expected = { named: reportKeys, others: [], superseded: [`${PERIOD}/old-id/ml-1.csv.gz`] };
    expect(await found("cur")).toEqual(expected);
    expect(await found("")).toEqual(expected);
    expect(await found(PERIOD)).toEqual(expected);
    expect((await found(`${PERIOD}/ml-Manifest.json`)).named).toEqual(reportKeys);
  });

  it("may lie in Parquet beside its manifest's folder", async () => {
    const data = "cur/ml/ml/year=2026/month=9/ml-00001.snappy.parquet";
    await put({
      [`${PERIOD}/ml-Manifest.json`]: { reportKeys: [data] },
      [`${PERIOD}/ml-create-table.sql`]: "",
      [data]: "",
      "cur/ml/ml/year=2026/month=9/ml-00002.snappy.parquet": "",
      "cur/ml/ml/year=2026/month=8/ml-00001.snappy.parquet": "",
      "cur/ml/cost_and_usage_data_status/cost_and_usage_data_status.parquet": "",
    });
    expect(await found("cur")).toEqual({
      named: [data],
      others: [
        "cur/ml/cost_and_usage_data_status/cost_and_usage_data_status.parquet",
        "cur/ml/ml/year=2026/month=8/ml-00001.snappy.parquet",
      ],
      superseded: [`${PERIOD}/ml-create-table.sql`, "cur/ml/ml/year=2026/month=9/ml-00002.snappy.parquet"],
    });
  });

  it("may have been copied into one folder, whatever it is called", async () => {
    await put({
      "my bills/Manifest.json": { reportKeys },
      "my bills/ml-1.csv.gz": "",
      "my bills/ml-2.csv.gz": "",
    });
    expect((await found("my bills")).named).toEqual(["my bills/ml-1.csv.gz", "my bills/ml-2.csv.gz"]);
  });

  it("is refused where a listed file is missing, though an older one has its name", async () => {
    await put({
      [`${PERIOD}/ml-Manifest.json`]: { reportKeys },
      [`${PERIOD}/new-id/ml-1.csv.gz`]: "",
      [`${PERIOD}/old-id/ml-2.csv.gz`]: "",
    });
    await expect(found("cur")).rejects.toThrow(
      `${at(PERIOD)}/ml-Manifest.json: the manifest lists ${PERIOD}/new-id/ml-2.csv.gz, which is not there`,
    );
  });

  it("is refused where two listed files are one, as when runs were copied into one folder", async () => {
    const twice = { reportKeys: ["a/ml-1.csv.gz", "b/ml-1.csv.gz"] };
    await put({ "my bills/Manifest.json": twice, "my bills/ml-1.csv.gz": "" });
    await expect(found("my bills")).rejects.toThrow(
      `the manifest lists a/ml-1.csv.gz and b/ml-1.csv.gz, which are one file here: ${at("my bills/ml-1.csv.gz")}`,
    );
  });

  it("is not made whole by a file from the time when reports were overwritten", async () => {
    await put({
      [`${PERIOD}/ml-Manifest.json`]: { reportKeys },
      [`${PERIOD}/ml-1.csv.gz`]: "",
      [`${PERIOD}/new-id/ml-2.csv.gz`]: "",
    });
    await expect(found("cur")).rejects.toThrow(`${PERIOD}/new-id/ml-1.csv.gz, which is not there`);
    await rm(at(`${PERIOD}/new-id`), { recursive: true });
    await put({ [`${PERIOD}/ml-2.csv.gz`]: "" });
    await expect(found("cur")).rejects.toThrow(/new-id\/ml-\d.csv.gz, which is not there/);
  });
});

describe("a Data Export", () => {
  const month = (period: string, execution = "") =>
    `data/BILLING_PERIOD=${period}/${execution}ml-00001.csv.gz`;
  const manifest = (period: string, execution = "") => ({
    [`export/metadata/BILLING_PERIOD=${period}/ml-Manifest.json`]: {
      dataFiles: [`s3://bucket/prefix/ml/${month(period, execution)}`],
    },
  });

  it("has a manifest for each of its months", async () => {
    await put({
      ...manifest("2026-08"),
      ...manifest("2026-09", "20261001T0000-id/"),
      [`export/${month("2026-08")}`]: "",
      [`export/${month("2026-09", "20261001T0000-id/")}`]: "",
      [`export/${month("2026-09", "20260915T0000-id/")}`]: "",
      [`export/${month("2026-10")}`]: "",
    });
    expect(await found("export")).toEqual({
      named: [`export/${month("2026-08")}`, `export/${month("2026-09", "20261001T0000-id/")}`],
      others: [`export/${month("2026-10")}`],
      superseded: [`export/${month("2026-09", "20260915T0000-id/")}`],
    });
    expect((await found("export/data/BILLING_PERIOD=2026-08")).others).toEqual([
      `export/${month("2026-08")}`,
    ]);
    const one = "export/metadata/BILLING_PERIOD=2026-08/ml-Manifest.json";
    expect((await found(one)).named).toEqual([`export/${month("2026-08")}`]);
  });

  it("is refused where its manifest was cut off", async () => {
    await put({ "export/metadata/ml-Manifest.json": '{"dataFiles": ["s3://bucket/' });
    await expect(found("export")).rejects.toThrow(
      `${at("export/metadata/ml-Manifest.json")}: the manifest is not valid JSON, it may be cut off`,
    );
  });
});

describe("paths of a bill", () => {
  it("mean each file once, also where it is linked", async () => {
    await put({ "bills/a.csv": "" });
    await symlink(at("bills/a.csv"), at("bills/b.csv"));
    await symlink(at("bills"), at("bills/again"));
    await symlink(at("bills"), at("link"));
    expect(await found("bills/b.csv", "bills/a.csv", "link", "bills")).toEqual({
      named: ["bills/a.csv"],
      others: [],
      superseded: [],
    });
  });

  it("may be folders that are called like files", async () => {
    await put({ "bill.csv/bill.parquet/part": "" });
    expect((await found("bill.csv")).others).toEqual(["bill.csv/bill.parquet/part"]);
  });

  it("leave out hidden files", async () => {
    await put({ "bills/a.csv": "", "bills/.a.csv.swp": "", "bills/.git/x.csv": "" });
    expect((await found("bills")).others).toEqual(["bills/a.csv"]);
  });

  it("are refused where there is nothing, or no file and no folder", async () => {
    await expect(found("gone")).rejects.toThrow(`${at("gone")}: there is no such file or folder`);
    await expect(findBillFiles(["/dev/null"])).rejects.toThrow(
      "/dev/null: this is neither a file nor a folder",
    );
  });
});

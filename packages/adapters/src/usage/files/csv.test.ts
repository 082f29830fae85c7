import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseAmount } from "@tagledger/core/costs/money";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fileUsage } from "./read.ts";

let folder: string;
const at = (name: string) => join(folder, name);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "usage-"));
});
afterEach(() => rm(folder, { recursive: true }));

const HEADER = "start,end,pool,team,metric,quantity";
const ROW = "2026-09-01T00:00:00Z,2026-09-02T00:00:00Z,eks-gpu,vision,gpu-hours,1.5";

async function read(text: string | Buffer) {
  await writeFile(at("usage.csv"), text);
  return fileUsage().read([at("usage.csv")]);
}

async function refusal(text: string | Buffer): Promise<string> {
  const error = await read(text).catch((caught: unknown) => caught);
  expect(error).toHaveProperty("code", "bad-input");
  return error instanceof Error ? error.message.replaceAll(`${folder}/`, "") : "";
}

describe("usage in CSV", () => {
  it("is read with its place", async () => {
    expect(await read(`${HEADER}\n${ROW}\n`)).toEqual([
      {
        start: Date.UTC(2026, 8, 1),
        end: Date.UTC(2026, 8, 2),
        pool: "eks-gpu",
        team: "vision",
        metric: "gpu-hours",
        quantity: parseAmount("1.5"),
        project: null,
        workload: null,
        environment: null,
        experiment: null,
        place: `${at("usage.csv")}:2`,
      },
    ]);
  });

  it("may have its columns in any order and case, others beside them, and the finer dimensions", async () => {
    const header = "Quantity,METRIC,team,pool,end,start,note,experiment,environment,workload,project";
    const row = "1e-7,reads,pool:eks-cpu,store,2026-10-01,2026-09-01,x,exp-0001,prod,training,faces";
    expect(await read(`${header}\n${row}\n`)).toMatchObject([
      {
        team: "pool:eks-cpu",
        quantity: parseAmount("0.0000001"),
        project: "faces",
        workload: "training",
        environment: "prod",
        experiment: "exp-0001",
      },
    ]);
  });

  it.each([
    ["a byte order mark", `\uFEFF${HEADER}\n${ROW}\n`],
    ["CRLF", `${HEADER}\r\n${ROW}\r\n`],
    ["no line end at its end", `${HEADER}\n${ROW}`],
    ["blank lines", `${HEADER}\n\n${ROW}\n\n`],
    ["spaces around values", `${HEADER.replaceAll(",", " , ")}\n${ROW.replaceAll(",", " , ")}\n`],
    ["every value quoted", `"${HEADER.replaceAll(",", '","')}"\n"${ROW.replaceAll(",", '","')}"\n`],
  ])("may have %s", async (_, text) => {
    expect(await read(text)).toMatchObject([{ pool: "eks-gpu", quantity: parseAmount("1.5") }]);
  });

  it.each([
    ["2026-09-01", Date.UTC(2026, 8, 1)],
    ["2026-09-01T06:00Z", Date.UTC(2026, 8, 1, 6)],
    ["2026-09-01T06:00:00", Date.UTC(2026, 8, 1, 6)],
    ["2026-09-01 06:00:00.5", Date.UTC(2026, 8, 1, 6, 0, 0, 500)],
    ["2026-09-01T06:00:00+02:00", Date.UTC(2026, 8, 1, 4)],
  ])("may begin at %s", async (start, instant) => {
    const row = ROW.replace("2026-09-01T00:00:00Z", start);
    expect(await read(`${HEADER}\n${row}\n`)).toMatchObject([{ start: instant }]);
  });

  it("is named by its own line after values of several lines", async () => {
    const rows = await read(`${HEADER},note\n${ROW},"one\ntwo"\n\n${ROW},"three\nfour"\n${ROW},five\n`);
    expect(rows.map(({ place }) => place.replace(`${folder}/`, ""))).toEqual([
      "usage.csv:2",
      "usage.csv:5",
      "usage.csv:7",
    ]);
  });

  it("is read from all CSV files of a folder, each once", async () => {
    await mkdir(at("usage"));
    await writeFile(at("usage/a.csv"), `${HEADER}\n${ROW}\n`);
    await writeFile(at("usage/b.csv"), `${HEADER}\n${ROW}\n${ROW}\n`);
    await writeFile(at("usage/README"), "usage");
    await symlink(at("usage/a.csv"), at("link.csv"));
    const paths = [at("usage"), at("usage/../usage/b.csv"), at("link.csv")];
    expect(await fileUsage().read(paths)).toHaveLength(3);
  });
});

describe("usage that cannot be read", () => {
  it.each([
    ["", "usage.csv: the file is empty"],
    ["\uFEFF\n", "usage.csv: the file is empty"],
    [
      `${HEADER.replace(",team", "")}\n`,
      "usage.csv:1: usage needs the columns start,end,pool,team,metric,quantity; missing: team",
    ],
    ["<html>\n", "usage.csv:1: usage needs the columns"],
    [`${HEADER}\n${ROW.replace("vision", "")}\n`, "usage.csv:2: the team is empty"],
    [
      `${HEADER}\n${ROW}\n${ROW.replace("2026-09-01T00:00:00Z", "1.9.2026")}\n`,
      'usage.csv:3: the start "1.9.2026" is not a time',
    ],
    [
      `${HEADER}\n${ROW.replace("2026-09-02", "2026-02-30")}\n`,
      'usage.csv:2: the end "2026-02-30T00:00:00Z" is not a time',
    ],
    [`${HEADER}\n${ROW.replace("1.5", "NaN")}\n`, 'usage.csv:2: the quantity "NaN" is not a decimal number'],
    [`${HEADER}\n${ROW.replace("1.5", "")}\n`, "usage.csv:2: the quantity is empty"],
    [`${HEADER}\n${ROW.replace("1.5", "0.1234567890123456789012345")}\n`, "has 25 decimal places"],
    [`${HEADER}\n${ROW}\n${ROW},7\n`, "usage.csv:3: "],
    [`${HEADER}\n${ROW}\n1,2\n`, "usage.csv:3: "],
    [`${HEADER}\n${ROW}\n"${ROW}\n`, "usage.csv:3: "],
    [`${HEADER}\n${ROW}\nx\0${ROW}\n`, "usage.csv:3: a NUL byte"],
  ])("is refused with its place: %j", async (text, message) => {
    expect(await refusal(text)).toContain(message);
  });

  it("is refused where it is not UTF-8", async () => {
    expect(await refusal(Buffer.from(`${HEADER}\n${ROW.replace("vision", "größe")}\n`, "latin1"))).toBe(
      "usage.csv:2: text that is not UTF-8",
    );
  });

  it("is refused where there is none", async () => {
    await mkdir(at("empty"));
    await expect(fileUsage().read([at("gone.csv")])).rejects.toThrow("there is no such file or folder");
    await expect(fileUsage().read([at("empty")])).rejects.toThrow("no usage here (no CSV or JSON file)");
  });
});

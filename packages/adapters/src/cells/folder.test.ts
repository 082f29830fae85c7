import { readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeFolder, type TestFolder } from "../testing/folder.ts";
import { folderCells } from "./folder.ts";

const VERSION = { export: "../cur2", period: "2026-09", id: "5f0c" };

let folder: TestFolder;
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => folder.remove());

const staged = (content = "cells of day 1") => [
  folder.put({ "staged/a.parquet": content }),
  folder.put({ "staged/b.parquet": "cells of day 2" }),
];
const cells = () => folderCells(folder.at("cells"));

test("kept cells are opened as they were, though what was staged is gone", async () => {
  const place = await cells().keep(VERSION, staged());
  staged("something else");
  const { files, close } = await cells().open(place);
  expect(files.map((file) => readFileSync(file, "utf8"))).toEqual(["cells of day 1", "cells of day 2"]);
  await close();
});

test("the name of an export does not lead out of the folder", async () => {
  const place = await cells().keep({ ...VERSION, export: ".." }, staged());
  expect(place.startsWith(folder.at("cells/"))).toBe(true);
});

test("keeping the same again leaves one, other content of the same version stands beside it", async () => {
  const place = await cells().keep(VERSION, staged());
  expect(await cells().keep(VERSION, staged())).toBe(place);
  expect(readdirSync(dirname(place))).toHaveLength(1);
  const other = await cells().keep(VERSION, staged("read again"));
  expect(other).not.toBe(place);
  expect(readdirSync(dirname(place))).toHaveLength(2);
});

test("damaged cells are refused when opened, and mended by keeping them again", async () => {
  const place = await cells().keep(VERSION, staged());
  writeFileSync(join(place, "00001.parquet"), "cells of day 3");
  const damaged = { code: "outside-failure", fields: { file: place } };
  await expect(cells().open(place)).rejects.toMatchObject(damaged);
  await cells().keep(VERSION, staged());
  expect((await cells().open(place)).files).toHaveLength(2);
  writeFileSync(join(place, "cells.json"), "{");
  await expect(cells().open(place)).rejects.toMatchObject(damaged);
});

test.each([
  ["new", (place: string) => rmSync(place, { recursive: true })],
  ["damaged", (place: string) => writeFileSync(join(place, "cells.json"), "{")],
])("%s cells that several keep at once are whole for each as soon as they are kept", async (_, make) => {
  const files = staged();
  const place = await cells().keep(VERSION, files);
  for (let time = 0; time < 20; time++) {
    make(await cells().keep(VERSION, files));
    const readings = Array.from({ length: 6 }, async () => {
      const kept = await cells().open(await cells().keep(VERSION, files));
      return kept.files.map((file) => readFileSync(file, "utf8"));
    });
    for (const read of await Promise.all(readings))
      expect(read).toEqual(["cells of day 1", "cells of day 2"]);
  }
  expect(readdirSync(dirname(place))).toHaveLength(1);
});

test("removed cells are gone, and may be removed again", async () => {
  const place = await cells().keep(VERSION, staged());
  await cells().remove(place);
  await cells().remove(place);
  await expect(cells().open(place)).rejects.toMatchObject({ code: "outside-failure" });
});

test("cells that cannot be kept whole leave nothing", async () => {
  const missing = [...staged(), folder.at("staged/c.parquet")];
  await expect(cells().keep(VERSION, missing)).rejects.toThrow("c.parquet");
  expect(readdirSync(folder.at("."))).toEqual(["staged"]);
});

test("what was left unfinished is removed when a day is over", async () => {
  const place = await cells().keep(VERSION, staged());
  folder.put({
    "cells/%2E.%2Fcur2/2026-09/5f0c-00.aa.unfinished/a": "a",
    "cells/%2E.%2Fcur2/2026-09/5f0c-00.bb.unfinished/b": "b",
  });
  utimesSync(join(dirname(place), "5f0c-00.aa.unfinished"), 1, 1);
  await cells().keep(VERSION, staged("read again"));
  expect(readdirSync(dirname(place)).filter((name) => name.endsWith(".unfinished"))).toEqual([
    "5f0c-00.bb.unfinished",
  ]);
});

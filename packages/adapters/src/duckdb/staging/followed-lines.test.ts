import { afterEach, beforeEach, expect, it } from "vitest";
import { makeFolder, type TestFolder } from "../../testing/folder.ts";
import { curLine, type Line } from "../../testing/lines.ts";
import { stagedGroups, stageFiles } from "../../testing/staged.ts";
import { writeParquet } from "../../testing/write.ts";

let folder: TestFolder;
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => folder.remove());

const credit = (resource: string, columns: Line = {}) =>
  curLine({ line_item_line_item_type: "Credit", line_item_resource_id: resource, ...columns });
const usage = (resource: string) => curLine({ line_item_resource_id: resource });

/** The resources that are told apart in a bill of some parts because credits name them. */
async function followed(parts: readonly (readonly Line[])[]): Promise<string[]> {
  const paths = await Promise.all(
    parts.map((lines, index) => writeParquet(folder.at(`${index}.parquet`), lines)),
  );
  const follows = ({ lineItemType }: { lineItemType: string }) => lineItemType === "Credit";
  const groups = await stageFiles(paths, stagedGroups, { follows });
  return [...new Set(groups.flatMap(({ resource, followed }) => (followed ? [resource] : [])))].sort();
}

it("resources are followed that credits name in whichever part of a bill", async () => {
  const parts = [[credit(""), usage("i-1")], [usage("i-2"), usage("i-3")], [credit("i-2")], [credit("i-1")]];
  expect(await followed(parts)).toEqual(["i-1", "i-2"]);
  expect(await followed(parts.toReversed())).toEqual(["i-1", "i-2"]);
});

it("parts may hold further columns, and in another order", async () => {
  const other = Object.fromEntries(Object.entries(credit("i-2", { further: "x" })).reverse());
  expect(await followed([[credit("")], [other, { ...usage("i-2"), further: "" }]])).toEqual(["i-2"]);
  expect(await followed([[other], [credit(""), usage("i-2")], [credit("i-3")]])).toEqual(["i-2", "i-3"]);
});

it("nothing is followed where no credit names a resource", async () => {
  expect(await followed([[credit(""), usage("i-1")], [credit("")]])).toEqual([]);
});

import { readdirSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeFolder, type TestFolder } from "../testing/folder.ts";
import { fileConfigurations } from "./configuration.ts";
import { nodeHash } from "./hash.ts";
import { filePublisher } from "./publish.ts";

let folder: TestFolder;
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => folder.remove());

test("what is published as a file is what is in force, as it was written", async () => {
  const path = folder.at("in/force.yaml");
  const text = "# ours\nversion: 1\nallocation: direct\n";
  expect(await filePublisher(path).publish("version: 1\n")).toBe(path);
  expect(await filePublisher(path).publish(text)).toBe(path);
  expect(readFileSync(path, "utf8")).toBe(text);
  expect((await fileConfigurations(path, nodeHash).current()).config.allocation).toBe("direct");
});

test("nothing is left beside a file that could not be written", async () => {
  folder.put({ "taken/inside": "" });
  await expect(filePublisher(folder.at("taken")).publish("version: 1\n")).rejects.toMatchObject({
    code: "outside-failure",
    message: expect.stringContaining("the configuration cannot be written"),
  });
  expect(readdirSync(folder.at(""))).toEqual(["taken"]);
});

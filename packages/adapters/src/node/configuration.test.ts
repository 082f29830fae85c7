import { afterEach, beforeEach, expect, test } from "vitest";
import { makeFolder, type TestFolder } from "../testing/folder.ts";
import { fileConfigurations } from "./configuration.ts";
import { nodeHash } from "./hash.ts";

let folder: TestFolder;
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => folder.remove());

test("a configuration is what the file says at that moment", async () => {
  const source = fileConfigurations(
    folder.put({ "tagledger.yaml": "version: 1\nallocation: direct\n" }),
    nodeHash,
  );
  const first = await source.current();
  expect(first.config.allocation).toBe("direct");
  expect(await source.current()).toBe(first);
  folder.put({ "tagledger.yaml": "version: 1\nallocation: reciprocal\n" });
  const second = await source.current();
  expect(second.config.allocation).toBe("reciprocal");
  expect(second.hash).not.toBe(first.hash);
});

test("a comment changes no hash", async () => {
  const source = fileConfigurations(folder.put({ "tagledger.yaml": "version: 1\n" }), nodeHash);
  const { hash } = await source.current();
  folder.put({ "tagledger.yaml": "# ours\nversion: 1\n" });
  expect((await source.current()).hash).toBe(hash);
});

test("a file that is not there, or does not hold together, is refused by its name", async () => {
  const path = folder.at("absent.yaml");
  await expect(fileConfigurations(path, nodeHash).current()).rejects.toMatchObject({
    code: "bad-input",
    message: `${path}: this configuration cannot be read`,
  });
  const broken = folder.put({ "broken.yaml": "version: 2\n" });
  await expect(fileConfigurations(broken, nodeHash).current()).rejects.toMatchObject({
    code: "bad-configuration",
  });
});

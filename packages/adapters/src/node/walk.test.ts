import { rmSync } from "node:fs";
import type * as files from "node:fs/promises";
import { join, relative } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { makeFolder, type TestFolder } from "../testing/folder.ts";
import { fileOrFolder, isFile, walk } from "./walk.ts";

// What happens once a folder is listed, before what was found there is looked at.
const listed = vi.hoisted(() => ({ meanwhile: (_: string) => {} }));
vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof files>();
  const readdir = async (path: string) => {
    const names = await real.readdir(path);
    listed.meanwhile(path);
    return names;
  };
  return { ...real, readdir };
});

let folder: TestFolder;
beforeEach(() => {
  listed.meanwhile = () => {};
  folder = makeFolder();
});
afterEach(() => folder.remove());

/** The files of the folder, as paths below it. */
async function walked(name = ""): Promise<string[]> {
  return (await walk(folder.at(name))).map((path) => relative(folder.at(""), path));
}

describe("the files of a folder are", () => {
  test("those of its folders as well, outer ones first, in the order of their names", async () => {
    folder.put({ "b.csv": "", "a/z.csv": "", "a/inner/c.csv": "", "a.csv": "" });
    expect(await walked()).toEqual(["a.csv", "b.csv", "a/z.csv", "a/inner/c.csv"]);
  });

  test("none that are hidden, and none of hidden folders", async () => {
    folder.put({ ".DS_Store": "", ".git/config": "", "a.csv": "" });
    expect(await walked()).toEqual(["a.csv"]);
  });

  test("found once where folders are linked in a loop", async () => {
    folder.put({ "a/one.csv": "" });
    folder.link("a/back", "..");
    folder.link("again", folder.at("a"));
    expect(await walked()).toEqual(["a/one.csv"]);
  });

  test("those that links lead to", async () => {
    folder.put({ "elsewhere/one.csv": "" });
    folder.link("here/linked.csv", folder.at("elsewhere/one.csv"));
    expect(await walked("here")).toEqual(["here/linked.csv"]);
  });

  test("those that are still there when they are looked at", async () => {
    folder.put({ "part.csv.tmp": "", "whole.csv": "", "a/one.csv": "", "b/two.csv": "" });
    listed.meanwhile = (path) => {
      const gone = path === folder.at("a") ? "b" : "part.csv.tmp";
      rmSync(folder.at(gone), { recursive: true, force: true });
    };
    expect(await walked()).toEqual(["whole.csv", "a/one.csv"]);
  });

  test("refused where a link leads nowhere, since what is missing may be a part of a bill", async () => {
    const path = folder.link("gone.csv", "nowhere");
    await expect(walked()).rejects.toMatchObject({
      code: "bad-input",
      message: `${path}: there is no such file or folder`,
    });
  });
});

describe("a path", () => {
  test("is a file or a folder, also behind a link", async () => {
    const file = folder.put({ "a/one.csv": "" });
    expect(await fileOrFolder(file)).toBe("file");
    expect(await fileOrFolder(folder.at("a"))).toBe("folder");
    expect(await fileOrFolder(folder.link("link", file))).toBe("file");
    expect([await isFile(file), await isFile(folder.at("a")), await isFile(folder.at("b"))]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test.each([
    ["that is not there", () => folder.at("absent"), "there is no such file or folder"],
    ["below a file", () => join(folder.put({ "a.csv": "" }), "b"), "not a directory"],
    ["in a loop of links", () => folder.link("loop", "loop"), "too many symbolic links"],
    ["of a device", () => "/dev/null", "this is neither a file nor a folder"],
  ])("%s is refused by its name", async (_, pathOf, words) => {
    const path = pathOf();
    const refused = expect.objectContaining({ code: "bad-input", message: expect.stringContaining(words) });
    await expect(fileOrFolder(path)).rejects.toEqual(refused);
    await expect(fileOrFolder(path)).rejects.toThrow(`${path}: `);
  });
});

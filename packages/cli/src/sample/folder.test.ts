import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fillFolder, MARKER, SAMPLE } from "./folder.ts";

let base: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), "folder-"));
});
afterEach(() => rm(base, { recursive: true }));

const sample = (text: string) => async (folder: string) => {
  await mkdir(join(folder, "bill"));
  await writeFile(join(folder, "bill", `${text}.parquet`), text);
  await writeFile(join(folder, MARKER), JSON.stringify({ sample: SAMPLE }));
};
const failing = async (folder: string) => {
  await sample("half")(folder);
  throw new Error("disk full");
};

describe("fillFolder", () => {
  it("makes the folder and those above it", async () => {
    const target = join(base, "a", "b");
    expect(await fillFolder(target, sample("one"))).toBe(target);
    expect((await readdir(target)).sort()).toEqual(["bill", MARKER]);
  });

  it("replaces an earlier sample and keeps what was added", async () => {
    await fillFolder(base, sample("one"));
    await writeFile(join(base, "notes.txt"), "mine");
    await fillFolder(base, sample("two"));
    expect(await readdir(join(base, "bill"))).toEqual(["two.parquet"]);
    expect(await readFile(join(base, "notes.txt"), "utf8")).toBe("mine");
    expect((await readdir(base)).sort()).toEqual(["bill", "notes.txt", MARKER]);
  });

  it("leaves nothing behind when it fails", async () => {
    await expect(fillFolder(join(base, "a", "b"), failing)).rejects.toThrow("disk full");
    expect(await readdir(base)).toEqual([]);
    await fillFolder(base, sample("one"));
    await expect(fillFolder(base, failing)).rejects.toThrow("disk full");
    expect(await readdir(join(base, "bill"))).toEqual(["one.parquet"]);
    expect((await readdir(base)).sort()).toEqual(["bill", MARKER]);
  });

  it("refuses somebody's folder and a file, and touches neither", async () => {
    await writeFile(join(base, "thesis.txt"), "years");
    const refused = { code: "bad-input", message: expect.stringContaining(base) };
    await expect(fillFolder(base, sample("one"))).rejects.toMatchObject(refused);
    await expect(fillFolder(join(base, "thesis.txt"), sample("one"))).rejects.toMatchObject(refused);
    await expect(fillFolder(join(base, "thesis.txt", "x"), sample("one"))).rejects.toMatchObject(refused);
    expect(await readdir(base)).toEqual(["thesis.txt"]);
  });

  it("does not take another program's sample.json for its own", async () => {
    await writeFile(join(base, MARKER), '{"sample":"other"}');
    await expect(fillFolder(base, sample("one"))).rejects.toMatchObject({ code: "bad-input" });
  });
});

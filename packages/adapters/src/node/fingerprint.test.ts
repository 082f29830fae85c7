import { createHash } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeFolder, type TestFolder } from "../testing/folder.ts";
import { fingerprintOf } from "./fingerprint.ts";

let folder: TestFolder;
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => folder.remove());

test("the same content has the same fingerprint, whatever its names, folders and order", async () => {
  folder.put({ "one/a.csv": "1", "one/b/c.csv": "2", "other/x.csv": "2", "other/y.csv": "1" });
  const [one, other] = [await fingerprintOf([folder.at("one")]), await fingerprintOf([folder.at("other")])];
  expect(other).toBe(one);
  expect(await fingerprintOf([folder.at("other/y.csv"), folder.at("other/x.csv")])).toBe(one);
  expect(await fingerprintOf([folder.at("other/x.csv"), folder.at("other/y.csv")])).toBe(one);
  expect(one).toMatch(/^[0-9a-f]{64}$/);
});

test.each<[string, Record<string, string>]>([
  ["a byte more", { a: "1 ", b: "2" }],
  ["a file more", { a: "1", b: "2", c: "" }],
  ["a file less", { a: "1" }],
  ["a file twice", { a: "1", b: "2", c: "2" }],
  ["the same bytes cut elsewhere", { a: "12", b: "" }],
])("%s is another content", async (_, files) => {
  folder.put({ "before/a": "1", "before/b": "2" });
  folder.put(Object.fromEntries(Object.entries(files).map(([name, content]) => [`after/${name}`, content])));
  expect(await fingerprintOf([folder.at("after")])).not.toBe(await fingerprintOf([folder.at("before")]));
});

test("nothing has a fingerprint of its own, and an empty folder the same", async () => {
  folder.put({ "empty/.hidden": "x" });
  expect(await fingerprintOf([folder.at("empty")])).toBe(await fingerprintOf([]));
});

test("files that are larger than what is read at once count to their last byte", async () => {
  const large = Buffer.alloc((1 << 20) * 2 + 7, "x");
  const path = folder.put({ large });
  const inner = createHash("sha256").update(large).digest("hex");
  expect(await fingerprintOf([path])).toBe(createHash("sha256").update(inner).digest("hex"));
});

test("a path that is not there is refused", async () => {
  const path = folder.at("absent");
  await expect(fingerprintOf([folder.put({ a: "" }), path])).rejects.toMatchObject({
    code: "bad-input",
    message: `${path}: there is no such file or folder`,
  });
});

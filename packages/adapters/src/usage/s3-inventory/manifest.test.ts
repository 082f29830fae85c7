import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { inventoryOf } from "./manifest.ts";

const PLACE = "s3://inventories/lake/all/2026-09-01T01-00Z/manifest.json";
const MANIFEST = {
  sourceBucket: "lake",
  destinationBucket: "arn:aws:s3:::inventories",
  version: "2016-11-30",
  creationTimestamp: "1788224400000",
  fileFormat: "CSV",
  fileSchema: "Bucket, Key, VersionId, IsLatest, IsDeleteMarker, Size",
  files: [{ key: "lake/all/data/1.csv.gz", size: 812, MD5checksum: "A7FF4A1D4164C3CD55851055EC8F6B20" }],
};
const md5 = (text: string) => createHash("md5").update(text).digest("hex");
const read = (manifest: unknown) => {
  const text = typeof manifest === "string" ? manifest : JSON.stringify(manifest);
  return () => inventoryOf(text, `${md5(text)}\n`, PLACE);
};

describe("the manifest of an inventory", () => {
  test("tells when it was begun, its columns and its files", () => {
    expect(read(MANIFEST)()).toEqual({
      place: PLACE,
      at: Date.UTC(2026, 8, 1, 1),
      format: "csv",
      columns: ["Bucket", "Key", "VersionId", "IsLatest", "IsDeleteMarker", "Size"],
      files: [{ key: "lake/all/data/1.csv.gz", bytes: 812, md5: "a7ff4a1d4164c3cd55851055ec8f6b20" }],
    });
  });

  test("that lists files in ORC is refused by name, and what to do is said", () => {
    expect(read({ ...MANIFEST, fileFormat: "ORC", fileSchema: "struct<key:string>" })).toThrow(
      `${PLACE}: this inventory is written as ORC, which is not read: let its configuration write Parquet, or CSV`,
    );
  });

  test("that is not what its checksum says is trouble of the moment", () => {
    const text = JSON.stringify(MANIFEST);
    expect(() => inventoryOf(`${text} `, md5(text), PLACE)).toThrow(
      expect.objectContaining({ code: "outside-failure" }),
    );
  });

  test.each([
    ["{", "it is not JSON"],
    ["[]", "it is no object"],
    [{ ...MANIFEST, fileSchema: undefined }, "fileSchema is missing"],
    [{ ...MANIFEST, creationTimestamp: "today" }, 'creationTimestamp is "today"'],
    [{ ...MANIFEST, files: [{ key: "a" }] }, "a file has no size"],
  ])("that is none is refused: %j", (manifest, why) => {
    expect(read(manifest)).toThrow(`${PLACE}: this is no manifest of an S3 Inventory (${why}`);
  });
});

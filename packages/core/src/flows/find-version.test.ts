import { describe, expect, test } from "vitest";
import { makeVersion } from "../bills/testing/make-version.ts";
import { findVersion } from "./find-version.ts";

const VERSIONS = [
  makeVersion({ id: "8d41aa", sequence: 1, status: "superseded" }),
  makeVersion({ id: "8d41bb", sequence: 2 }),
  makeVersion({ id: "1c0b7e", sequence: 12 }),
  makeVersion({ id: "77aa00", sequence: 2, export: "other" }),
];

describe("a version is found", () => {
  test.each([
    ["its id", "8d41bb", "8d41bb"],
    ["its sequence number", "12", "1c0b7e"],
    ["what its id begins with", "8d41a", "8d41aa"],
    ["its sequence number before what an id begins with", "1", "8d41aa"],
    ["its id before a sequence number", "77aa00", "77aa00"],
  ])("by %s", (_, named, id) => {
    expect(findVersion(VERSIONS, "2026-09", named).id).toBe(id);
  });

  test.each([
    [
      "8d41",
      "8d41: there are several such versions of 2026-09, say which by its id: 1 (8d41aa) of ml-showback",
    ],
    ["2", "2 (8d41bb) of ml-showback, published; 2 (77aa00) of other, published"],
    ["99", "99: there is no such version of 2026-09; there are 1 (8d41aa) of ml-showback, superseded; 2"],
    ["", "there is no such version"],
  ])("not by %j, which says what there is", (named, message) => {
    expect(() => findVersion(VERSIONS, "2026-09", named)).toThrow(message);
  });

  test("not where there is none", () => {
    expect(() => findVersion([], "2026-09", "1")).toThrow(
      "1: there is no such version of 2026-09; there are none",
    );
  });
});

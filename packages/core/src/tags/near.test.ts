import { describe, expect, test } from "vitest";
import { nearOnly, plain } from "./near.ts";

describe("the only near candidate", () => {
  const workloads = ["training", "inference", "data-processing", "notebook"];

  test.each([
    ["trainig", "training"],
    ["TRAINING", "training"],
    ["data_processing", "data-processing"],
    ["DataProcessing", "data-processing"],
    ["notebooks", "notebook"],
    ["ｎｏｔｅｂｏｏｋ", "notebook"],
  ])("of %j is %s", (text, expected) => {
    expect(nearOnly(text, workloads)).toBe(expected);
  });

  test.each(["", " ", "-", "train", "serving", "processing", "net", "x".repeat(300)])(
    "of %j is none",
    (text) => {
      expect(nearOnly(text, workloads)).toBeNull();
    },
  );

  test("is none where two are equally near", () => {
    expect(nearOnly("fraud-c", ["fraud-a", "fraud-b"])).toBeNull();
    expect(nearOnly("ml_a", ["ml-a", "ml.a"])).toBeNull();
  });

  test("is the nearest where others are near too", () => {
    expect(nearOnly("visoin", ["vision", "visions"])).toBe("vision");
  });

  test("never differs in its digits", () => {
    expect(nearOnly("team-1", ["team-2"])).toBeNull();
    expect(nearOnly("dev2", ["dev"])).toBeNull();
    expect(nearOnly("taem-2", ["team-1", "team-2"])).toBe("team-2");
  });

  test("is no other word that is short", () => {
    expect(nearOnly("preprod", ["prod"])).toBeNull();
    expect(nearOnly("nonprod", ["prod"])).toBeNull();
    expect(nearOnly("unprod", ["prod"])).toBeNull();
    expect(nearOnly("ab", ["cd"])).toBeNull();
  });
});

test("a plain text has no case, separators or forms of width", () => {
  expect(plain("ML_Team")).toBe("mlteam");
  expect(plain("ＭＬ-Team")).toBe("mlteam");
});

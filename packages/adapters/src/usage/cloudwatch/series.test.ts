import { describe, expect, test } from "vitest";
import { seriesOf } from "./series.ts";

const SOURCE = { kind: "cloudwatch", namespace: "Store", pool: "store", dimension: "team" } as const;

/** Dimensions as `name=value`. */
const of = (...texts: string[]) =>
  texts.map((text) => {
    const [Name = "", Value = ""] = text.split("=");
    return { Name, Value };
  });
const told = (listed: ReturnType<typeof of>[], where?: Record<string, string>, teams: string[] = []) =>
  seriesOf(listed, where === undefined ? SOURCE : { ...SOURCE, where }, "Reads", teams).map(
    ({ team, dimensions }) => `${team}: ${dimensions.map(({ Name, Value }) => `${Name}=${Value}`).join(" ")}`,
  );

describe("of the metrics of a team", () => {
  test("its own is read, and not the parts that are published beside it", () => {
    expect(told([of("team=a", "table=x"), of("team=a"), of("team=b")])).toEqual(["a: team=a", "b: team=b"]);
  });

  test("all parts are read where it has none of its own", () => {
    expect(told([of("team=a", "table=x"), of("table=y", "team=a")])).toEqual([
      "a: team=a table=x",
      "a: table=y team=a",
    ]);
  });

  test("one that is listed twice is read once", () => {
    expect(told([of("team=a", "table=x"), of("table=x", "team=a"), of("team=b"), of("team=b")])).toEqual([
      "a: table=x team=a",
      "b: team=b",
    ]);
  });

  test("parts by different dimensions are refused, for they may be parts of the same", () => {
    expect(() => told([of("team=a", "table=x"), of("team=a", "operation=get")])).toThrow(
      'cloudwatch Store: Reads of team "a" is published by the dimensions table, team and by operation, team',
    );
  });

  test("those are read in which further dimensions hold", () => {
    const listed = [of("team=a", "stage=prod"), of("team=a", "stage=dev"), of("team=a"), of("stage=prod")];
    expect(told(listed, { stage: "prod" })).toEqual(["a: team=a stage=prod"]);
  });

  test("those of known teams are asked for though they are not listed", () => {
    expect(told([of("team=a", "table=x")], undefined, ["a", "b"])).toEqual([
      "a: team=a table=x",
      "b: team=b",
    ]);
    expect(told([], { stage: "prod" }, ["b"])).toEqual(["b: team=b stage=prod"]);
  });
});

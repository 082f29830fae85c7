import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { focusLine, without } from "../testing/lines.ts";
import { totalOf, totalsByTag } from "../testing/read.ts";
import { writeParquet, writeQuery } from "../testing/write.ts";

vi.setConfig({ testTimeout: 30_000 });

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "parquet-types-"));
  path = join(folder, "bill.parquet");
});
afterEach(() => rm(folder, { recursive: true }));

/** The total of lines whose effective cost is kept as a type. */
async function totalAs(type: string, ...costs: readonly string[]): Promise<string> {
  const lines = costs.map((EffectiveCost) => focusLine({ EffectiveCost }));
  return totalOf(await writeParquet(path, lines, { EffectiveCost: type }));
}

describe("an amount in Parquet", () => {
  it("means the shortest decimal of a double", async () => {
    expect(await totalAs("DOUBLE", "0.1", "0.2")).toBe("0.3");
    expect(await totalAs("DOUBLE", "98765.4321012345")).toBe("98765.4321012345");
    expect(await totalAs("DOUBLE", "1e-7", "-0.0")).toBe("0.0000001");
    expect(await totalAs("DOUBLE", "10000000000000.1", "12345.678901234567")).toBe(
      "10000000012345.778901234567",
    );
    expect(await totalAs("FLOAT", "0.1", "98765.43")).toBe("98765.53");
  });

  it("is exact as a decimal, an integer or a text", async () => {
    expect(await totalAs("DECIMAL(38, 21)", "1.000000000000000000001")).toBe("1.000000000000000000001");
    expect(await totalAs("DECIMAL(38, 30)", "1.5")).toBe("1.5");
    expect(await totalAs("DECIMAL(9, 2)", "1234567.89")).toBe("1234567.89");
    expect(await totalAs("BIGINT", "10000000000000", "-1")).toBe("9999999999999");
    expect(await totalAs("UTINYINT", "7")).toBe("7");
    expect(await totalAs("VARCHAR", "1E+3", "1e-24")).toBe("1000.000000000000000000000001");
  });

  it("is nothing where it is null", async () => {
    expect(await totalAs("DOUBLE", "", "2")).toBe("2");
  });
});

describe("tags in Parquet", () => {
  const rest = Object.entries(without(focusLine(), "Tags"));
  const columns = rest.map(([name, value]) => `'${value}' AS ${name}`).join(", ");
  /** One line for each of these tags, in SQL. */
  const write = (...tags: readonly string[]) =>
    writeQuery(
      path,
      `SELECT ${columns}, tags AS Tags FROM (VALUES ${tags.map((tag) => `(${tag})`)}) AS t (tags)`,
    );

  it.each([
    ["a map", "MAP {'ml-team': 'vision', 'a b.c:d': 'x'}", "MAP {}", "NULL"],
    ["a list of pairs", "[{'key': 'ml-team', 'value': 'vision'}]", "[]", "NULL"],
    ["a list of pairs, the value first", "[{'value': 'vision', 'key': 'ml-team'}]", "[]", "NULL"],
    ["a struct", "{'ml-team': 'vision', 'other': 'x'}", "{'ml-team': NULL, 'other': 'y'}", "NULL"],
    ["JSON", 'JSON \'{"ml-team":"vision"}\'', "JSON '{}'", "NULL"],
    ["text", '\'{"ml-team": "vision", "n": null}\'', "''", "'NULL'"],
  ])("may be %s", async (_, ...tags) => {
    await write(...tags);
    expect(await totalsByTag(path)).toEqual({ vision: "9", "": "18" });
  });

  it("may all be absent", async () => {
    await write("CAST(NULL AS MAP(VARCHAR, VARCHAR))");
    expect(await totalsByTag(path)).toEqual({ "": "9" });
  });

  it.each(["a b", "a.b:c/d~e", 'a "quote" \\ and more', "größe 中", "it's", "*", "user:x", ""])(
    "may have the key %j",
    async (key) => {
      const text = JSON.stringify({ [key]: "x" }).replaceAll("'", "''");
      await write(`'${text}'`);
      expect(await totalsByTag(path, key)).toEqual({ x: "9" });
      await write(`MAP {'${key.replaceAll("'", "''")}': 'x'}`);
      expect(await totalsByTag(path, key)).toEqual({ x: "9" });
    },
  );
});

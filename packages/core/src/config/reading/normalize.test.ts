import { describe, expect, test } from "vitest";
import { configOf } from "../testing/config-of.ts";
import { normalizer } from "./normalize.ts";

const TAGS =
  "tags: { ml-team: {}, ml-environment: { values: [dev, staging, prod] }, model: { values: [BERT, GPT-2] } }";

/** A value of a tag key as a configuration with these rules reads it. */
function read(normalize: string, key: string, value: string, tags = TAGS): string {
  return normalizer(configOf(`normalize: ${normalize}\n${tags}`))(key, value);
}

describe("a tag value", () => {
  test.each([
    ["{}", " Production ", "production"],
    ["{ case: lower }", "VISION", "vision"],
    ["{ case: upper }", " vision", "VISION"],
    ["{ case: keep }", " ViSion ", "ViSion"],
    ["{ trim: false }", " Vision ", " vision "],
    ["{ case: keep, trim: false }", " Vision", " Vision"],
    ["{}", "", ""],
    ["{}", "  ", ""],
  ])("under %s is read from %j as %j", (normalize, value, expected) => {
    expect(read(normalize, "free-text", value)).toBe(expected);
  });

  test.each([
    ["model", "bert", "BERT"],
    ["model", " gpt-2 ", "GPT-2"],
    ["model", "llama", "llama"],
    ["ml-environment", "PROD", "prod"],
  ])("of %s is spelt as the values list it: %j is %j", (key, value, expected) => {
    expect(read("{}", key, value)).toBe(expected);
  });

  test("is spelt as listed in capitals too", () => {
    expect(read("{ case: upper }", "ml-environment", "Prod")).toBe("prod");
  });

  test("is spelt as it is listed first", () => {
    expect(read("{}", "stage", "prod", "tags: { stage: { values: [Prod, PROD] } }")).toBe("Prod");
  });

  test("of another case is another value where case is kept", () => {
    expect(read("{ case: keep }", "model", "bert")).toBe("bert");
  });
});

describe("an alias", () => {
  const aliases = "{ aliases: { ml-environment: { production: prod, Live: PROD }, model: { b: bert } } }";

  test.each([
    ["ml-environment", " Production", "prod"],
    ["ml-environment", "live", "prod"],
    ["model", "B", "BERT"],
    ["ml-environment", "b", "b"],
    ["other", "production", "production"],
  ])("of a value of %s: %j is %j", (key, value, expected) => {
    expect(read(aliases, key, value)).toBe(expected);
  });

  test("is found by its tag key as bills write it", () => {
    const written = "{ aliases: { 'user:ml.environment': { production: prod } } }";
    expect(read(written, "ml-environment", "production")).toBe("prod");
    expect(read(aliases, "user_ml_environment", "production")).toBe("prod");
  });

  test("wins over a value that is listed", () => {
    const tags = "tags: { env: { values: [prod, production] } }";
    expect(read("{ aliases: { env: { production: prod } } }", "env", "production", tags)).toBe("prod");
  });

  test("of an alias leads on, in whichever order they stand", () => {
    for (const both of ["a: b, b: c", "b: c, a: b"]) {
      expect(read(`{ aliases: { stage: { ${both} } } }`, "stage", "a")).toBe("c");
    }
  });

  test("that leads back to itself ends", () => {
    expect(read("{ aliases: { stage: { a: b, b: a, c: c } } }", "stage", "a")).toBe("b");
    expect(read("{ aliases: { stage: { a: b, b: a, c: c } } }", "stage", "c")).toBe("c");
  });

  test("may be called as objects inherit", () => {
    expect(read("{ aliases: { stage: { constructor: builder } } }", "stage", "Constructor")).toBe("builder");
    expect(read("{}", "constructor", "constructor")).toBe("constructor");
  });
});

import { describe, expect, test } from "vitest";
import { jsonSchema } from "./json-schema.ts";

describe("the JSON Schema", () => {
  const schema = jsonSchema();

  test("is of the draft that editors read, and has a title", () => {
    expect(schema).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title: "Tagledger configuration",
      type: "object",
    });
  });

  test("requires only the version and refuses unknown keys", () => {
    expect(schema).toMatchObject({ required: ["version"], additionalProperties: false });
  });

  test("is of the file, not of what is made of it: a decimal may be text or a number", () => {
    expect(schema).toMatchObject({
      properties: {
        budgets: { items: { properties: { monthly: { anyOf: [{ type: "string" }, { type: "number" }] } } } },
      },
    });
  });

  test("describes every key at its top", () => {
    const { properties } = schema;

    const described = Object.entries(properties ?? {}).filter(([, key]) => "description" in key);

    expect(described).toHaveLength(Object.keys(properties ?? {}).length);
  });

  test("offers the choices of a key", () => {
    expect(schema).toMatchObject({
      properties: { allocation: { enum: ["step-down", "direct", "reciprocal"], default: "step-down" } },
    });
  });

  test("is plain data", () => {
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
  });
});

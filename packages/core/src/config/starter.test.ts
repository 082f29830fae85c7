import { describe, expect, test } from "vitest";
import { canonicalConfig } from "./canonical.ts";
import { jsonSchema } from "./json-schema.ts";
import { defaultConfig, loadConfig } from "./load.ts";
import { starter } from "./starter.ts";

/** A # that is not followed by exactly one space switches a line of YAML off. */
const SWITCHED_OFF = /^#(?=\S|\s\s)/;
const uncommented = (text: string) => text.replace(new RegExp(SWITCHED_OFF, "gm"), "");
const blocks = starter().split("\n\n");

describe("the starter", () => {
  test("names the schema for editors in its first line", () => {
    expect(starter().split("\n")[0]).toBe("# yaml-language-server: $schema=./tagledger.schema.json");
  });

  test("loads without a problem as it stands", () => {
    expect(loadConfig(starter(), "tagledger.yaml").warnings).toEqual([]);
  });

  test("is the default, but for two tag keys of the team and some aliases", () => {
    const { config } = loadConfig(starter(), "tagledger.yaml");
    const { dimensions, normalize } = config;

    const asDefault = { ...defaultConfig(), dimensions, normalize };

    expect(canonicalConfig(config)).toBe(canonicalConfig(asDefault));
  });

  test("loads without a problem when every example is switched on", () => {
    expect(loadConfig(uncommented(starter()), "tagledger.yaml").warnings).toEqual([]);
  });

  const withExamples = blocks.filter((block) => uncommented(block) !== block);
  test.each(withExamples.map((block) => ({ block, about: block.split("\n")[0] })))(
    "loads without a problem with one block of examples: $about",
    ({ block }) => {
      const text = blocks.map((each) => (each === block ? uncommented(each) : each)).join("\n\n");

      expect(loadConfig(text, "tagledger.yaml").warnings).toEqual([]);
    },
  );

  test("shows every key that there is", () => {
    const text = uncommented(starter());

    const unshown = keysOf(jsonSchema()).filter((key) => !new RegExp(`\\b${key}:`).test(text));

    expect(unshown).toEqual([]);
  });

  test("has no line wider than a screen", () => {
    expect(
      starter()
        .split("\n")
        .filter((line) => line.length > 120),
    ).toEqual([]);
  });
});

function keysOf(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const own =
    "properties" in schema && typeof schema.properties === "object"
      ? Object.keys(schema.properties ?? {})
      : [];
  return [...new Set([...own, ...Object.values(schema).flatMap(keysOf)])];
}

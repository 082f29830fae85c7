import {
  array,
  assert,
  bigInt,
  constantFrom,
  integer,
  json,
  nat,
  oneof,
  property,
  shuffledSubarray,
  string,
  tuple,
} from "fast-check";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { TagledgerError } from "../errors.ts";
import { canonicalConfig } from "./canonical.ts";
import { decimalOf, MOST_PLACES, unitsOf } from "./decimal.ts";
import { loadConfig } from "./load.ts";
import { starter } from "./starter.ts";

/** Pieces of which texts come out that look like YAML and often are. */
const PIECES = [
  ..."version: 1|teams|pools|match|null|true|0x1F|1e9|__proto__|&a|*a|!!str|---".split("|"),
  ...["\n", "  ", "- ", ": ", "? ", ", ", "{", "}", "[", "]", "|", "#", "%", "@", "'", '"', "\t"],
];

const yamlish = array(oneof(constantFrom(...PIECES), string({ maxLength: 3 })), { maxLength: 40 }).map(
  (all) => all.join(""),
);
const damaged = tuple(nat(starter().length), nat(30), string({ unit: "binary", maxLength: 5 })).map(
  ([at, length, instead]) => starter().slice(0, at) + instead + starter().slice(at + length),
);
const anyText = oneof(
  yamlish,
  damaged,
  string({ unit: "binary" }),
  json(),
  json().map((value) => stringify(JSON.parse(value))),
);

/** Mappings of the configuration, each as the text around one more key, with keys that are known there. */
const MAPPINGS = [
  {
    around: (key: string) => `version: 1\n${key}: x`,
    known: ["dimensions", "normalize", "enforcement", "budgets", "retention"],
  },
  {
    around: (key: string) => `version: 1\nteams: { a: { ${key}: x } }`,
    known: ["costCenter", "principals", "aliases"],
  },
  {
    around: (key: string) => `version: 1\nenforcement: { default: { ${key}: x } }`,
    known: ["deadline", "grace", "mode"],
  },
  {
    around: (key: string) => `version: 1\nbudgets: [{ match: { ${key}: x }, monthly: 1 }]`,
    known: ["account", "usageType", "principal"],
  },
] as const;

const mistyped = constantFrom(...MAPPINGS).chain(({ around, known }) =>
  tuple(constantFrom(...known), nat(), constantFrom("drop", "double", "replace", "swap")).map(
    ([word, seed, how]) => {
      const at = seed % (word.length - 1);
      const [before, letter, next, after] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)];
      const typed = {
        drop: `${next}`,
        double: `${letter}${letter}${next}`,
        replace: `q${next}`,
        swap: `${next}${letter}`,
      };
      return { word, key: before + typed[how] + after, around };
    },
  ),
);

describe("loading a configuration", () => {
  test("of any text ends in a configuration or in an error with places inside the text", () =>
    assert(
      property(anyText, (text) => {
        const { fields } = refusalOf(text) ?? { fields: { line: 1, column: 1 } };
        expect(Number(fields.line)).toBeLessThanOrEqual(text.split("\n").length);
        expect(Number(fields.column)).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    ));

  test("suggests the key that a mistyped one meant", () =>
    assert(
      property(mistyped, ({ word, key, around }) => {
        if (key === word) return;
        expect(refusalOf(around(key))?.message).toContain(`unknown key "${key}": did you mean "${word}"?`);
      }),
    ));

  test("keeps every digit of a plain number that is money", () =>
    assert(
      property(bigInt(0n, 10n ** 40n), (units) => {
        const { config } = loadConfig(
          `version: 1\nbudgets: [{ match: {}, monthly: ${decimalOf(units)} }]`,
          "t",
        );
        expect(unitsOf(config.budgets[0]?.monthly ?? "")).toBe(units);
      }),
    ));

  test("asks nothing of the order of keys", () => {
    const whole: Record<string, unknown> = parse(starter().replace(/^#(?=\S|\s\s)/gm, ""));
    const canonical = (value: unknown) => canonicalConfig(loadConfig(stringify(value), "t").config);
    const keys = Object.keys(whole);
    return assert(
      property(shuffledSubarray(keys, { minLength: keys.length }), (order) => {
        expect(canonical(Object.fromEntries(order.map((key) => [key, whole[key]])))).toBe(canonical(whole));
      }),
      { numRuns: 20 },
    );
  });
});

describe("a decimal", () => {
  test("reads back as what it writes", () =>
    assert(
      property(bigInt(-(10n ** 45n), 10n ** 45n), (units) => {
        expect(unitsOf(decimalOf(units))).toBe(units);
      }),
    ));

  test("with an exponent is as many times ten", () =>
    assert(
      property(bigInt(0n, 10n ** 20n), integer({ min: -MOST_PLACES, max: 20 }), (digits, exponent) => {
        expect(unitsOf(`${digits}e${exponent}`)).toBe(digits * 10n ** BigInt(MOST_PLACES + exponent));
      }),
    ));
});

function refusalOf(text: string): TagledgerError | undefined {
  try {
    loadConfig(text, "t");
    return undefined;
  } catch (error) {
    if (error instanceof TagledgerError) return error;
    throw error;
  }
}

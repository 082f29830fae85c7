import { formatAmount, parseAmount } from "@tagledger/core/costs/money";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Database, literal, openDatabase, sqlFile } from "./database.ts";

vi.setConfig({ testTimeout: 30_000 });

let database: Database;
beforeAll(async () => {
  database = await openDatabase();
  await database.run(sqlFile("macros.sql"));
});
afterAll(() => database.close());

/** What the macro of that name makes of values; null where it refuses one. */
async function read(macro: string, type: string, values: readonly string[]): Promise<(string | null)[]> {
  const list = values.map((value) => `(${literal(value)})`).join(", ");
  const rows = await database.rows(
    `SELECT CAST(${macro}(CAST(value AS ${type})) AS VARCHAR) AS amount FROM (VALUES ${list}) AS given (value)`,
  );
  return rows.map(({ amount }) => (amount === null ? null : formatAmount(parseAmount(String(amount)))));
}

function exactly(text: string): string | null {
  try {
    return formatAmount(parseAmount(text));
  } catch {
    return null;
  }
}

const LARGEST = 9e13;
const doubles = fc.oneof(
  fc
    .tuple(fc.maxSafeInteger(), fc.integer({ min: -4, max: 13 }))
    .map(([i, power]) => (i / 2 ** 53) * 10 ** power),
  fc.double({ min: -LARGEST, max: LARGEST }),
  fc.double({ min: -1000, max: 1000 }),
  fc.double({ min: -1e-5, max: 1e-5 }),
  fc
    .tuple(fc.integer(), fc.integer({ min: 0, max: 20 }))
    .map(([digits, places]) => Number(`${digits}e-${places}`)),
  fc.constantFrom(
    0,
    -0,
    0.1,
    98765.4321012345,
    1e-7,
    5e-324,
    1e13,
    2 ** 53,
    1e22,
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ),
);
const digits = (maxLength: number) => fc.stringMatching(new RegExp(`^\\d{0,${maxLength}}$`));
const decimals = fc
  .record({
    space: fc.constantFrom("", " "),
    sign: fc.constantFrom("", "+", "-"),
    whole: digits(13),
    point: fc.constantFrom("", "."),
    fraction: digits(26),
    exponent: fc.oneof(
      fc.constant(""),
      fc.tuple(fc.constantFrom("e", "E", "e+", "e-"), digits(2)).map((e) => e.join("")),
    ),
  })
  .map(
    ({ space, sign, whole, point, fraction, exponent }) =>
      `${space}${sign}${whole}${point}${point && fraction}${exponent}${space}`,
  );

describe("amounts in DuckDB", () => {
  it("reads a decimal text as the money of the core does, and refuses what it refuses", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(decimals, fc.string()), { minLength: 1, maxLength: 200 }),
        async (texts) => {
          const small = texts.filter((text) => Math.abs(Number(text) || 0) < LARGEST && text.trim() !== "");
          if (small.length === 0) return;
          expect(await read("amount_of_text", "VARCHAR", small)).toEqual(small.map(exactly));
        },
      ),
    ));

  it("reads a double as its shortest decimal form", () =>
    fc.assert(
      fc.asyncProperty(fc.array(doubles, { minLength: 1, maxLength: 200 }), async (values) => {
        const small = values.filter((value) => !(Math.abs(value) >= LARGEST)).map(String);
        if (small.length === 0) return;
        expect(await read("amount_of_double", "DOUBLE", small)).toEqual(small.map(exactly));
      }),
    ));
});

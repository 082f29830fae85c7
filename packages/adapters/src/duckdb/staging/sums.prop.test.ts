import { parseAmount } from "@tagledger/core/costs/money";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Database, openDatabase, sqlFile } from "../database.ts";
import { amountOf } from "./checks.ts";
import { exactSum, type Places } from "./sums.ts";

vi.setConfig({ testTimeout: 30_000 });

let database: Database;
beforeAll(async () => {
  database = await openDatabase();
  await database.run(sqlFile("macros.sql"));
});
afterAll(() => database.close());

/** How many of some doubles are added up, and to what. */
async function added(values: readonly number[], places: Places): Promise<{ lines: number; sum: bigint }> {
  const column = { name: "cost", sql: "cost", type: "DOUBLE" };
  const { rows, short, sums, total } = exactSum(column, "sum", { nulls: "none", small: false }, places);
  const list = values.map((value) => `(CAST('${value}' AS DOUBLE))`).join(", ");
  const [row] = await database.rows(
    `SELECT lines, ${total} AS total FROM (
       SELECT count(*) AS lines, ${sums.join(", ")}
       FROM (SELECT ${["*", ...rows].join(", ")} FROM (VALUES ${list}) AS given (cost))
       ${short.length === 0 ? "" : `WHERE ${short.join(" AND ")}`}
     )`,
  );
  return { lines: Number(row?.lines), sum: amountOf(row?.total) };
}

const exactly = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + parseAmount(String(value)), 0n);
const some = (value: fc.Arbitrary<number>) => fc.array(value, { minLength: 1, maxLength: 200 });
const ofPlaces = (places: number, below: number) =>
  fc
    .bigInt({ min: 0n, max: BigInt(below) * 10n ** BigInt(places) })
    .map((units) => Number(`${units}e-${places}`));

describe("the sum of doubles", () => {
  it.each([10, 12, undefined] as const)("is exact for amounts of %s places", (places) =>
    fc.assert(
      fc.asyncProperty(some(ofPlaces(places ?? 12, 450)), fc.boolean(), async (values, negative) => {
        const all = values.map((value) => (negative ? -value : value));
        expect(await added(all, places)).toEqual({ lines: all.length, sum: exactly(all) });
      }),
    ),
  );

  it("leaves out what has more than 10 places", async () => {
    const few = [0.1, 12.3456789012, 1e-10, 9999.5];
    const many = [1e-11, 0.12345678901, 1 / 3, 5e-324];
    expect(await added([...few, ...many], 10)).toEqual({ lines: few.length, sum: exactly(few) });
  });

  it.each([
    [[60_000.25, 50_000.25]],
    [[1e13]],
    [[2 ** 60]],
    [[Number.NaN]],
    [[Number.POSITIVE_INFINITY]],
    [[-1e5]],
  ])("is not taken for exact where doubles are too large for it: %s", async (values) => {
    await expect(added(values, 10)).rejects.toThrow("too large for 10 places");
  });
});

import { badInput } from "@tagledger/core/errors";
import { expect, test } from "vitest";
import { outsideTrouble } from "./trouble.ts";

const part = { place: "/bills/ml-1.parquet", tag: "1", bytes: 1 };
const around = { workspace: "/scratch/330c", delivery: { export: "ml", period: "2026-09", parts: [part] } };
const of = (error: unknown) => outsideTrouble(error, around);
const unreadable = (said: string) =>
  badInput(`${part.place}: the file cannot be read`, { file: part.place }, new Error(said));

test.each([
  ["memory that is missing", unreadable("Out of Memory Error: failed to allocate data")],
  [
    "a file of the engine that is gone",
    unreadable('IO Error: Cannot open file "/scratch/330c/bill-0.parquet"'),
  ],
  ["whatever nobody foresaw", new Error("Connection Error: closed")],
])("%s is no fault of the bill", async (_, error) => {
  expect(await of(error)).toMatchObject({ code: "outside-failure", cause: error });
});

test("a part that is damaged, or gone, is told as it is", async () => {
  const damaged = unreadable("Invalid Input Error: No magic bytes found at end of file");
  const gone = unreadable('IO Error: No files found that match "/bills/ml-1.parquet"');
  expect([await of(damaged), await of(gone)]).toEqual([damaged, gone]);
});

test("amounts that are too large together are the bill's", async () => {
  const found = await of(new Error("Out of Range Error: Overflow in HUGEINT addition"));
  expect(found).toMatchObject({
    code: "bad-input",
    message: "ml 2026-09: amounts that sum to more than 10^14",
  });
});

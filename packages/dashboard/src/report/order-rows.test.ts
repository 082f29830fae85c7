import { expect, test } from "vitest";
import { rowOf } from "../spend/testing/make-report.ts";
import { orderRows } from "./order-rows.ts";

const rows = [rowOf({ team: "a" }, "1"), rowOf({ team: "b" }, "3"), rowOf({ team: "c" }, "-1")];
const namesOf = (ordered: readonly { readonly team?: string | null }[]) => ordered.map(({ team }) => team);

test("the dearest stands first, a credit last", () => {
  expect(namesOf(orderRows(rows, ["team"]))).toEqual(["b", "a", "c"]);
});

test("days keep their order", () => {
  expect(namesOf(orderRows(rows, ["day", "team"]))).toEqual(["a", "b", "c"]);
});

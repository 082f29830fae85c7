import { expect, test } from "vitest";
import { parseAmount } from "../costs/money.ts";
import { establishedSums } from "./established.ts";
import type { EstablishedSum } from "./report.ts";

function established(team: string | null, by: EstablishedSum["by"], amount: string): EstablishedSum {
  return { team, by, amount: parseAmount(amount) };
}

test("direct cost is summed by how its team was established, whatever the team, tags first", () => {
  const sums = establishedSums([
    established("vision", "account", "5"),
    established("search", "tag", "1.5"),
    established(null, "tag", "0.25"),
    established("vision", "tag", "2"),
  ]);
  expect(sums).toEqual([
    { by: "tag", amount: parseAmount("3.75") },
    { by: "account", amount: parseAmount("5") },
  ]);
});

test("what comes to nothing is left out, and what was paid back is not", () => {
  const sums = establishedSums([
    established("vision", "tag", "2"),
    established("search", "tag", "-2"),
    established("vision", "assign", "-0.000000000000000000000001"),
  ]);
  expect(sums).toEqual([{ by: "assign", amount: -1n }]);
});

test("of nothing there are no sums", () => {
  expect(establishedSums([])).toEqual([]);
});

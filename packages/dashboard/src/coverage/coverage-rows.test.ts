import { expect, test } from "vitest";
import { formatAmount } from "../money/amount.ts";
import { coverageRows, missingOf, wayWords } from "./coverage-rows.ts";

const own = (direct: string, covered: string, by: Readonly<Record<string, string>>) => ({
  direct,
  covered,
  fraction: null,
  by: Object.entries(by).map(([way, amount]) => ({ by: way, amount })),
});

const { whole, teams } = coverageRows({
  period: "2026-09",
  basis: "effective",
  currency: "USD",
  snapshot: "c0ffee",
  at: "2026-10-01T00:00:00.000Z",
  ...own("100", "70", { tag: "60", ledger: "10", account: "5", principal: "25" }),
  teams: [
    { team: "nlp", ...own("40", "35", { tag: "35", account: "5" }) },
    { team: "vision", ...own("60", "35", { tag: "25", ledger: "10", principal: "25" }) },
  ],
});

test("what is missing is direct cost whose team no tag says, the team that lacks most first", () => {
  expect(formatAmount(whole.missing)).toBe("30");
  expect(teams.map(({ team, missing }) => [team, formatAmount(missing)])).toEqual([
    ["vision", "25"],
    ["nlp", "5"],
  ]);
});

test("it is told by how the team was found instead, the largest first", () => {
  expect(missingOf(whole).map(({ by, amount }) => [by, formatAmount(amount)])).toEqual([
    ["principal", "25"],
    ["account", "5"],
  ]);
  expect([wayWords("principal"), wayWords("a new way")]).toEqual(["who made it", "a new way"]);
});

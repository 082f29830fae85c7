import { type Leaf, NO_LEAF } from "@tagledger/core/costs/leaf";
import { formatAmount, parseAmount, sum } from "@tagledger/core/costs/money";
import { statementCsv, summaryCsv } from "@tagledger/core/reports/mail/csv";
import { makeStatement, type StatementInput } from "@tagledger/core/reports/mail/statement";
import { makeSummary } from "@tagledger/core/reports/mail/summary";
import { restatedPools } from "@tagledger/core/snapshots/restated";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { august, companyConfig, september } from "./company.ts";

const TEAMS = ["fraud", "vision", "nlp"] as const;

async function input(rules = companyConfig()): Promise<StatementInput> {
  const [before, month] = [await august(), await september(rules)];
  const since = { before, restated: restatedPools(before, rules), atList: null };
  return { month, since, state: "draft", link: null, violations: [], budgets: [], cells: null };
}

describe("a statement", () => {
  test.each(TEAMS)("of %s sums in every part to what the snapshot says, digit for digit", async (team) => {
    const made = await input();
    const { total, direct, shared, lines, pools, coverage, before } = makeStatement(team, made);
    const [row] = made.month.report.rows.filter(({ group }) => group[0] === team);
    expect({ total, direct, shared }).toEqual({
      total: row?.total,
      direct: row?.direct,
      shared: row?.shared,
    });
    expect(sum(lines.map(({ amount }) => amount))).toBe(total);
    expect(sum(pools.map(({ amount }) => amount))).toBe(shared);
    expect(coverage.tagged + coverage.inferred).toBe(direct);
    const { price, volume, method } = before?.bridge ?? { price: 0n, volume: 0n, method: 0n };
    expect((before?.total ?? 0n) + price + volume + method).toBe(total);
  });

  test("tells price from volume by what was used of a pool", async () => {
    const { before, direct } = makeStatement("fraud", await input());
    // 100 hours at 10 became 150 hours at 12; direct cost tells no use.
    const grown = direct - parseAmount("520.128456789");
    expect(before?.bridge).toEqual({
      price: parseAmount("300"),
      volume: parseAmount("500") + grown,
      method: 0n,
    });
  });

  test("counts as method what other rules alone would have changed the month before", async () => {
    const rules = companyConfig("", 'method: fixed, shares: { fraud: "0.5", vision: "0.5" }');
    const { before } = makeStatement("fraud", await input(rules));
    expect(before?.bridge.method).toBe(parseAmount("500"));
    // Half of 3000 became half of 3600.
    expect(before?.bridge.price).toBe(parseAmount("300"));
  });

  test("counts as price what the same use at list prices costs more", async () => {
    const made = await input();
    const [before, after] = [made.since?.before, made.month];
    if (before === undefined) throw new Error("there is a month before");
    // List prices are twice what August paid, and what was used in September is the same.
    const twice = (month: typeof before) => ({
      ...month,
      report: {
        ...month.report,
        leaves: month.report.leaves.map((each) => ({ ...each, direct: each.direct * 2n })),
      },
    });
    const atList = { before: twice(before), after: twice(before) };
    const { direct, before: told } = makeStatement("fraud", {
      ...made,
      since: { before, restated: null, atList },
    });
    expect(told?.bridge.volume).toBe(parseAmount("500"));
    expect(told?.bridge.price).toBe(parseAmount("300") + direct - parseAmount("520.128456789"));
    expect(after.id).not.toBe(before.id);
  });

  test("has no way from a month that is not known", async () => {
    const { before, movers } = makeStatement("fraud", { ...(await input()), since: null });
    expect([before, movers]).toEqual([null, []]);
  });

  test("asks first for what is about the most money", async () => {
    const violation = {
      resource: "arn:aws:s3:::models",
      type: "s3:bucket",
      account: null,
      region: null,
      findings: ["ml-project missing"],
      state: "notified",
      hourly: parseAmount("0.1"),
      deadline: null,
      fix: "aws …",
    };
    const { actions } = makeStatement("fraud", { ...(await input()), violations: [violation] });
    expect(actions.map(({ kind, amount }) => [kind, formatAmount(amount)])).toEqual([
      ["fix", "73"],
      ["tag-project", "20.005"],
    ]);
  });
});

describe("what is to be done", () => {
  const cell = (leaf: Partial<Leaf>, [service, account, amount]: readonly string[], pool: string | null) => ({
    leaf: { ...NO_LEAF, team: "fraud", ...leaf },
    service: service ?? "",
    account: account ?? "",
    amount: parseAmount(amount ?? ""),
    day: 1,
    pool,
    reason: null,
    value: null,
  });

  test("says of which service and account the money without a project is, the most first", async () => {
    const cells = [
      cell({}, ["AmazonSageMaker", "111122223333", "8"], null),
      cell({}, ["AmazonSageMaker", "111122223333", "7.005"], null),
      cell({}, ["AmazonEC2", "222233334444", "3"], null),
      cell({}, ["AmazonS3", "222233334444", "4"], null),
      cell({}, ["AmazonECR", "222233334444", "2"], null),
      // Neither what is credited, nor what is of no service, nor a share of a pool, nor what has a project.
      cell({}, ["AmazonEFS", "222233334444", "-9"], null),
      cell({}, ["", "222233334444", "90"], null),
      cell({}, ["AmazonEKS", "222233334444", "90"], "k8s"),
      cell({ project: "cards" }, ["AmazonSageMaker", "111122223333", "90"], null),
    ];
    const { actions } = makeStatement("fraud", { ...(await input()), cells });
    const [project] = actions.filter(({ kind }) => kind === "tag-project");
    expect(
      project?.places.map(({ service, account, amount }) => [service, account, formatAmount(amount)]),
    ).toEqual([
      ["AmazonSageMaker", "111122223333", "15.005"],
      ["AmazonS3", "222233334444", "4"],
      ["AmazonEC2", "222233334444", "3"],
    ]);
  });

  test("says by what a team is known that no tag names, and leaves out what has nothing to tag", async () => {
    const made = await input();
    const by = (kind: "tag" | "account" | "principal" | "policy", amount: string) =>
      ({ team: "fraud", by: kind, amount: parseAmount(amount) }) as const;
    const established = [by("tag", "700"), by("account", "90"), by("principal", "20"), by("policy", "10")];
    const month = { ...made.month, report: { ...made.month.report, established } };
    const { actions, coverage } = makeStatement("fraud", { ...made, month });
    const [team] = actions.filter(({ kind }) => kind === "tag-team");
    expect(team?.amount).toBe(parseAmount("110"));
    expect(team?.known.map((each) => [each.by, formatAmount(each.amount)])).toEqual([
      ["principal", "20"],
      ["account", "90"],
    ]);
    expect(coverage.inferred).toBe(parseAmount("120"));
  });
});

describe("as CSV", () => {
  test.each(TEAMS)("the statement of %s reads back to its total", async (team) => {
    const statement = makeStatement(team, await input());
    const rows = parse(statementCsv(statement), { columns: true }) as { amount: string; project: string }[];
    expect(sum(rows.map(({ amount }) => parseAmount(amount)))).toBe(statement.total);
    expect(rows.map(({ project }) => project).filter((project) => project.startsWith("="))).toEqual([]);
  });

  test("the summary reads back to the bill", async () => {
    const { month } = await input();
    const summary = makeSummary({
      month,
      before: null,
      state: "final",
      link: null,
      violations: [],
      trouble: [],
    });
    const rows = parse(summaryCsv(summary), { columns: true }) as { amount: string; direct: string }[];
    expect(sum(rows.map(({ amount }) => parseAmount(amount)))).toBe(month.report.totals.bill);
  });
});

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { composeMail } from "@tagledger/adapters/mail/compose";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { offlinePrices } from "@tagledger/adapters/prices/offline";
import { apiHandler } from "@tagledger/api/handler";
import { localSystem } from "@tagledger/cli/serve/system";
import { formatAmount, parseAmount, sum } from "@tagledger/core/costs/money";
import { lettersOf } from "@tagledger/core/flows/mail/letters";
import { safeCell } from "@tagledger/core/reports/mail/safe-cell";
import { plainText } from "@tagledger/core/reports/render/csv-text";
import type { Snapshot } from "@tagledger/core/snapshots/snapshot";
import { dayPairs } from "@tagledger/dashboard/days/day-pairs";
import { flowsOf } from "@tagledger/dashboard/flow/flows";
import { proofOf } from "@tagledger/dashboard/headline/proof";
import * as onPage from "@tagledger/dashboard/money/amount";
import { poolRows } from "@tagledger/dashboard/pools/pool-rows";
import { groupSpend } from "@tagledger/dashboard/spend/spend";
import fc from "fast-check";
import PostalMime from "postal-mime";
import { afterAll, describe, expect, test } from "vitest";
import { ask } from "../api/ask.ts";
import { readFocus } from "../focus/read.ts";
import { letterOf } from "../mail/letters.ts";
import { cruelMonth, months } from "./bills.ts";
import { type BillLine, divideMonth, type Month, NOW, PERIOD, type UseLine } from "./month.ts";
import { type Amounts, amountsOf, columnValues, csvRows, totalOf } from "./read.ts";

const place = mkdtempSync(join(tmpdir(), "tagledger-outputs-"));
afterAll(() => rmSync(place, { recursive: true }));

const LEAF = ["team", "project", "workload", "environment", "experiment"] as const;
const FINEST = [...LEAF, "pool"] as const;
type Key = readonly (string | null)[];

describe("five outputs of one snapshot", () => {
  test("hold the same digits of a bill of names and amounts that are hard to write", () =>
    holdTheSame(cruelMonth.lines, cruelMonth.use));

  test("hold the same digits of whatever bill", () =>
    fc.assert(
      fc.asyncProperty(months, ({ lines, use }) => holdTheSame(lines, use)),
      { numRuns: Number(process.env.OUTPUTS_RUNS ?? 4), seed: 20260930, endOnFailure: true },
    ));
});

async function holdTheSame(lines: readonly BillLine[], use: readonly UseLine[]): Promise<void> {
  const month = await divideMonth(place, lines, use);
  try {
    const { snapshot } = month;
    const bill = sum(lines.map(({ effective }) => parseAmount(effective)));
    expect(snapshot.report.totals.bill).toBe(bill);
    const parts = partsOf(snapshot);
    await jsonHolds(month, parts, sum(lines.map(({ billed }) => parseAmount(billed))));
    await formsHold(month, parts);
    await focusHolds(month, parts);
    await mailHolds(month, parts);
    await pageHolds(month);
  } finally {
    await month.close();
  }
}

/** What each leaf bears directly and of each pool, as the division itself left it. */
function partsOf({ report, pools }: Snapshot): Amounts {
  const all: (readonly [Key, string])[] = [];
  for (const { leaf, direct } of report.leaves)
    all.push([[...LEAF.map((key) => leaf[key]), null], formatAmount(direct)]);
  for (const { pool, shares } of pools)
    for (const { destination, amount } of shares)
      if (destination.kind === "direct")
        all.push([[...LEAF.map((key) => destination.leaf[key]), pool], formatAmount(amount)]);
  return amountsOf(all);
}

async function asked({ stores, config }: Month, part: string, query = ""): Promise<string> {
  // Limits of how often somebody asks begin anew.
  const handler = apiHandler(localSystem(stores, { config, prices: offlinePrices() }));
  const question = { path: `/api/v1/months/${PERIOD}/${part}`, query, source: "127.0.0.1" };
  const answered = await ask(handler, question);
  expect([part, query, answered.status]).toEqual([part, query, 200]);
  return answered.text;
}

// biome-ignore lint/suspicious/noExplicitAny: what is read back is held against what was divided, not against our own types
async function answerOf(month: Month, part: string, query = ""): Promise<any> {
  return JSON.parse(await asked(month, part, query));
}

async function jsonHolds(month: Month, parts: Amounts, billed: bigint): Promise<void> {
  const { report } = month.snapshot;
  const finest = await answerOf(month, "report", `groupBy=${FINEST.join()}&limit=10000`);
  expect(partsIn(finest.rows)).toEqual(parts);
  const { bill, direct, shared, unallocated, excluded } = finest.totals;
  expect(parseAmount(direct) + parseAmount(shared)).toBe(totalOf(parts));
  expect(sum([direct, shared, unallocated, excluded].map(parseAmount))).toBe(parseAmount(bill));
  expect(bill).toBe(formatAmount(report.totals.bill));
  const told = await answerOf(month, "unallocated");
  const nobodys = (rows: Iterable<{ reason: string; value: string | null; amount: string }>) =>
    amountsOf([...rows].map(({ reason, value, amount }) => [[reason, value], amount]));
  expect(nobodys(told.unallocated)).toEqual(
    nobodys(report.unallocated.map((each) => ({ ...each, amount: formatAmount(each.amount) }))),
  );
  const { totals } = await answerOf(month, "report", "basis=billed");
  expect(parseAmount(totals.bill)).toBe(billed);
}

type Row = Readonly<Record<string, string | null>>;

/** What rows tell of the finest parts. */
function partsIn(rows: readonly Row[]): Amounts {
  for (const { direct, shared, total } of rows)
    expect(parseAmount(direct ?? "") + parseAmount(shared ?? "")).toBe(parseAmount(total ?? ""));
  return amountsOf(rows.map((row) => [FINEST.map((key) => row[key] ?? null), row.total ?? ""]));
}

async function formsHold(month: Month, parts: Amounts): Promise<void> {
  const query = `groupBy=${FINEST.join()}`;
  expect(partsIn(csvRows(await asked(month, "report", `${query}&format=csv`)))).toEqual(parts);
  const { rows, columns, amounts } = await answerOf(month, "report", `${query}&format=columnar`);
  const facts = FINEST.map((key) => columnValues(columns[key], rows));
  const read = Array.from({ length: rows }, (_, row) => ({
    ...Object.fromEntries(FINEST.map((key, index) => [key, facts[index]?.[row] ?? null])),
    ...{ direct: amounts.direct[row], shared: amounts.shared[row], total: amounts.total[row] },
  }));
  expect(partsIn(read)).toEqual(parts);
}

async function focusHolds(month: Month, parts: Amounts): Promise<void> {
  const { rows } = readFocus(await asked(month, "report", "format=focus"));
  const told = rows.filter(({ x_Team: team }) => team !== null);
  const named = ["x_Team", "x_Project", "x_Workload", "x_Environment", "x_Experiment", "x_Pool"];
  const cells = told.map(
    (row) => [named.map((name) => plainText(row[name] ?? null)), row.EffectiveCost ?? ""] as const,
  );
  expect(amountsOf(cells)).toEqual(parts);
  const { totals } = month.snapshot.report;
  expect(sum(rows.map(({ EffectiveCost }) => parseAmount(EffectiveCost ?? "")))).toBe(totals.bill);
}

async function mailHolds(month: Month, parts: Amounts): Promise<void> {
  const { stores, config, snapshot } = month;
  const ports = { ...stores, hash: nodeHash, clock: () => NOW };
  const { teams, summary } = await lettersOf(ports, { period: PERIOD, config });
  const mailed: (readonly [Key, string])[] = [];
  for (const { content } of teams) {
    if (content.kind !== "statement") throw new Error("it is to a team");
    const { html, text, csv } = await readMail(content);
    const { total, direct, shared } = content;
    const [row] = snapshot.report.rows.filter(({ group }) => group[0] === content.team);
    expect({ total, direct, shared }).toEqual({
      ...{ total: row?.total, direct: row?.direct, shared: row?.shared },
    });
    expect(text).toContain(`exactly ${formatAmount(total)} USD`);
    for (const amount of [total, direct, shared, ...content.pools.map((pool) => pool.amount)])
      expect(html).toContain(formatAmount(amount));
    for (const { amount, pool, ...names } of csv)
      mailed.push([[...LEAF.map((key) => names[key] ?? null), pool ?? null], amount ?? ""]);
  }
  expect(amountsOf(mailed)).toEqual(new Map([...safe(parts)].sort(([a], [b]) => (a < b ? -1 : 1))));
  const { content } = summary?.([]) ?? {};
  if (content === undefined) throw new Error("there is a summary");
  const { csv } = await readMail(content);
  expect(sum(csv.map(({ amount }) => parseAmount(amount ?? "")))).toBe(snapshot.report.totals.bill);
}

/** Names as mails write them into cells. */
function safe(parts: Amounts): Amounts {
  return amountsOf(
    [...parts].map(([key, amount]) => [(JSON.parse(key) as Key).map(safeCell), formatAmount(amount)]),
  );
}

async function readMail(content: Parameters<typeof letterOf>[0]) {
  const mail = await PostalMime.parse(await composeMail(letterOf(content)));
  const file = mail.attachments[0]?.content;
  const text = typeof file === "string" ? file : new TextDecoder().decode(file);
  // Names stay as they stand in the cells.
  const csv = csvRows(text, false);
  return { html: mail.html ?? "", text: mail.text ?? "", csv };
}

/** What the page makes of the answers: the values that its tables show, with every digit. */
async function pageHolds(month: Month): Promise<void> {
  const { totals, rows, leaves } = month.snapshot.report;
  const report = await answerOf(month, "report", "limit=10000");
  const proof = proofOf(report);
  expect(proof.difference).toBe(0n);
  expect(proof.whole.amount).toBe(totals.bill);
  expect(proof.parts.map(({ amount }) => amount)).toEqual([
    ...[totals.direct, totals.shared, totals.unallocated, totals.excluded],
  ]);
  const finest = await answerOf(month, "report", `groupBy=${LEAF.join()}&limit=10000`);
  const shown = groupSpend(finest.rows, LEAF);
  // Who bears nothing stands in no finest row.
  for (const { group, ...spend } of rows)
    expect(shown.find(({ value }) => value === group[0]) ?? NOTHING).toMatchObject(spend);
  expect(shown.flatMap(leavesIn).sort()).toEqual(
    leaves
      .filter(({ direct, shared }) => direct !== 0n || shared !== 0n)
      .map(({ leaf, direct, shared }) =>
        JSON.stringify([...LEAF.map((key) => leaf[key]), formatAmount(direct), formatAmount(shared)]),
      )
      .sort(),
  );
  const pools = await answerOf(month, "pools");
  for (const { amount, borne, idle, unallocated } of poolRows(pools, null))
    expect(borne + (idle ?? 0n) + (unallocated ?? 0n)).toBe(amount);
  const flows = flowsOf(report, pools.pools, false);
  const through = (is: (flow: (typeof flows)[number]) => boolean) =>
    sum(flows.filter(is).map(({ amount }) => amount));
  expect(through(({ from }) => from.kind === "bill")).toBe(totals.bill);
  for (const { group, total } of rows)
    expect(through(({ to }) => to.kind === "team" && to.team === group[0])).toBe(total);
  const days = await answerOf(month, "days");
  const pairs = dayPairs(days, null);
  const ofDays = sum(pairs.map(({ now }) => now?.amount ?? 0n));
  expect(ofDays).toBe(pairs.at(-1)?.now?.cumulative ?? 0n);
  expect(ofDays + parseAmount(days.ofNoDay) + parseAmount(days.shared)).toBe(totals.direct + totals.shared);
  for (const row of finest.rows)
    for (const text of [row.direct, row.shared, row.total])
      expect(onPage.formatAmount(onPage.parseAmount(text))).toBe(text);
}

const NOTHING = { direct: 0n, shared: 0n, total: 0n };

type Group = ReturnType<typeof groupSpend>[number];

function leavesIn({ value, direct, shared, parts }: Group): string[] {
  if (parts.length > 0)
    return parts.flatMap(leavesIn).map((text) => JSON.stringify([value, ...(JSON.parse(text) as unknown[])]));
  return [JSON.stringify([value, formatAmount(direct), formatAmount(shared)])];
}

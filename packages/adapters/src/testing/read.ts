import type { Basis, ChargeGroup } from "@tagledger/core/costs/charge";
import { formatAmount, sum } from "@tagledger/core/costs/money";
import { OPTIONAL_FACTS, type OptionalFact } from "@tagledger/core/costs/query";
import type { Bills, ChargeQuery } from "@tagledger/core/ports";
import { duckdbBills } from "../duckdb/bills.ts";

/** What is asked of a bill. */
export interface Asked extends Partial<ChargeQuery> {
  readonly basis?: Basis;
  readonly tagKeys?: readonly string[];
  readonly facts?: readonly OptionalFact[];
  readonly instants?: readonly number[];
}

/** Reads a bill as a report does, through DuckDB unless told otherwise, and closes it; its groups are sorted. */
export async function readBill(
  paths: string | readonly string[],
  { basis = "effective", tagKeys = ["ml-team"], facts = OPTIONAL_FACTS, instants = [], ...query }: Asked = {},
  bills: Bills = duckdbBills(),
) {
  const bill = await bills.open([paths].flat(), {
    basis,
    needs: { facts: new Set(facts), tagKeys, instants },
  });
  try {
    const groups: ChargeGroup[] = [];
    const wanted = { period: "2026-09", currency: "USD", followers: [], ...query };
    for await (const some of bill.charges(wanted)) groups.push(...some);
    groups.sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
    return { groups, contents: bill.contents, sources: bill.sources };
  } finally {
    await bill.close();
  }
}

function textOf(group: ChargeGroup): string {
  return JSON.stringify(group, (_, value) => (typeof value === "bigint" ? String(value) : value));
}

/** The total of a bill on a basis. */
export async function totalOf(paths: string | readonly string[], asked: Asked = {}): Promise<string> {
  const { groups } = await readBill(paths, asked);
  return formatAmount(sum(groups.map(({ amount }) => amount)));
}

/** The amount of each value of a tag. */
export async function totalsByTag(
  paths: string | readonly string[],
  key = "ml-team",
): Promise<Record<string, string>> {
  const { groups } = await readBill(paths, { tagKeys: [key] });
  const totals = new Map<string, bigint>();
  for (const { tags, amount } of groups)
    totals.set(tags[0] ?? "", (totals.get(tags[0] ?? "") ?? 0n) + amount);
  return Object.fromEntries([...totals].map(([value, amount]) => [value, formatAmount(amount)]));
}

import { DIMENSIONS } from "../config/definition/match.ts";
import type { UnallocatedReason } from "../costs/attribution/destination.ts";
import type { Basis } from "../costs/charge.ts";
import type { Leaf } from "../costs/leaf.ts";
import { formatAmount, parseAmount } from "../costs/money.ts";
import { TagledgerError } from "../errors.ts";
import type { MonthCell } from "../reports/month/cell.ts";
import { type Column, columnOf, valueAt } from "../reports/render/columnar.ts";
import type { Detail, DetailHolder } from "./detail.ts";

/** Names the form, so that a later one is not misread. */
const FORM = "tagledger-detail-1";

/** What the text holds: every column has as many rows as there are amounts. */
interface DetailColumns {
  readonly form: string;
  readonly holder: DetailHolder;
  readonly period: string;
  readonly basis: Basis;
  readonly currency: string;
  readonly total: string;
  readonly rows: number;
  readonly columns: Readonly<Record<keyof Leaf, Column<string | null>>> & {
    readonly service: Column<string>;
    readonly account: Column<string>;
    readonly day: Column<number>;
    readonly pool: Column<string | null>;
    readonly reason: Column<UnallocatedReason | null>;
    readonly value: Column<string | null>;
  };
  readonly amounts: readonly string[];
}

/** Writes a detail as JSON, column by column, amounts as exact decimals: the same text for the same detail. */
export function detailText({ holder, period, basis, currency, total, cells }: Detail): string {
  const leaves = DIMENSIONS.map((dimension) => [
    dimension,
    columnOf(cells.map(({ leaf }) => leaf[dimension])),
  ]);
  const columns: DetailColumns["columns"] = {
    ...(Object.fromEntries(leaves) as Record<keyof Leaf, Column<string | null>>),
    service: columnOf(cells.map(({ service }) => service)),
    account: columnOf(cells.map(({ account }) => account)),
    day: columnOf(cells.map(({ day }) => day)),
    pool: columnOf(cells.map(({ pool }) => pool)),
    reason: columnOf(cells.map(({ reason }) => reason)),
    value: columnOf(cells.map(({ value }) => value)),
  };
  const written: DetailColumns = {
    form: FORM,
    holder: holder.kind === "team" ? { kind: holder.kind, name: holder.name } : { kind: holder.kind },
    period,
    basis,
    currency,
    total: formatAmount(total),
    rows: cells.length,
    columns,
    amounts: cells.map(({ amount }) => formatAmount(amount)),
  };
  return JSON.stringify(written);
}

/**
 * Reads what {@link detailText} wrote.
 *
 * @throws outside-failure where it is of another form
 */
export function readDetailText(text: string): Detail {
  const { form, holder, period, basis, currency, total, columns, amounts }: DetailColumns = JSON.parse(text);
  if (form !== FORM) {
    throw new TagledgerError("outside-failure", `the details are of the form ${form}, and ${FORM} is known`, {
      form,
    });
  }
  const leaves = new Map<string, Leaf>();
  const leafAt = (row: number): Leaf => {
    const key = DIMENSIONS.map((dimension) => columns[dimension].at?.[row] ?? 0).join();
    const known = leaves.get(key);
    if (known !== undefined) return known;
    const leaf = Object.fromEntries(
      DIMENSIONS.map((dimension) => [dimension, valueAt(columns[dimension], row) ?? null]),
    ) as Leaf;
    leaves.set(key, leaf);
    return leaf;
  };
  const cells = amounts.map(
    (amount, row): MonthCell => ({
      leaf: leafAt(row),
      service: valueAt(columns.service, row) ?? "",
      account: valueAt(columns.account, row) ?? "",
      day: valueAt(columns.day, row) ?? 0,
      pool: valueAt(columns.pool, row) ?? null,
      reason: valueAt(columns.reason, row) ?? null,
      value: valueAt(columns.value, row) ?? null,
      amount: parseAmount(amount),
    }),
  );
  return { holder, period, basis, currency, total: parseAmount(total), cells };
}

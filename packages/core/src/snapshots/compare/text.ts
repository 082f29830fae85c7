import { type Amount, sum } from "../../costs/money.ts";
import { figure as count, NARROWEST, WIDTH } from "../../reports/audit/tables.ts";
import { layOut } from "../../reports/render/text/table.ts";
import { figure } from "../../reports/render/wording/figure.ts";
import { groupBy } from "../../text/group-by.ts";
import { visible } from "../../text/visible.ts";
import { headLines } from "../render/head.ts";
import { largest } from "../render/largest.ts";
import { wrapped } from "../render/wrapped.ts";
import type { ComparedWay, Comparison } from "./comparison.ts";

/** How many ways stand beside each other in one table. */
const MOST_COLUMNS = 2;

/**
 * Renders a bill divided in several ways as plain text for a terminal of so many columns (default 100); figures are rounded.
 */
export function renderComparisonText(
  comparison: Comparison,
  { width = WIDTH }: { readonly width?: number | undefined } = {},
): string {
  const room = Math.max(NARROWEST, width);
  const { ways } = comparison;
  const head = [...headLines(comparison), "rounded; --json tells every digit"].flatMap((line) =>
    wrapped(line, { width: room, indent: "  " }),
  );
  const kinds = groupBy(ways, ({ pool }) => pool);
  const sections = [...kinds].flatMap(([pool, all]) => [
    [
      pool === null
        ? "pools settled otherwise, and the difference to now"
        : `${visible(pool)} divided otherwise, and the difference to now`,
    ],
    ...tables(comparison, all, room),
    ...all.flatMap(({ name, refused }) =>
      refused === null
        ? []
        : [wrapped(`${visible(name)}: not possible: ${visible(refused)}`, { width: room, indent: "  " })],
    ),
  ]);
  return `${[head, ...sections].map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function tables(comparison: Comparison, ways: readonly ComparedWay[], width: number): string[][] {
  const possible = ways.filter(({ refused, inForce }) => refused === null && !inForce);
  const groups = Array.from({ length: Math.ceil(possible.length / MOST_COLUMNS) }, (_, index) =>
    possible.slice(index * MOST_COLUMNS, (index + 1) * MOST_COLUMNS),
  );
  const now = ways.find(({ inForce }) => inForce);
  return groups.map((group) => table(comparison, { group, now }, width));
}

function table(
  { totals, currency }: Comparison,
  { group, now }: { readonly group: readonly ComparedWay[]; readonly now: ComparedWay | undefined },
  width: number,
): string[] {
  const all = [...new Set([...totals, ...group.flatMap((way) => way.totals)].map(({ team }) => team))];
  const amounts = amountsOf(totals, ({ amount }) => amount);
  const others = group.map((way) => ({
    amounts: amountsOf(way.totals, ({ amount }) => amount),
    changes: amountsOf(way.changes, ({ difference }) => difference),
  }));
  const { named, rest } = largest(
    all.filter((team) => team !== null),
    (team) => amounts.get(team) ?? 0n,
  );
  const row = (name: string, teams: readonly (string | null)[]) => {
    const sumOf = (of: ReadonlyMap<string | null, Amount>) => sum(teams.map((team) => of.get(team) ?? 0n));
    return [
      name,
      figure(sumOf(amounts), currency),
      ...others.flatMap((way) => [
        figure(sumOf(way.amounts), currency),
        change(sumOf(way.changes), currency),
      ]),
    ];
  };
  return layOut(
    {
      columns: [
        { title: "", align: "left" },
        { title: now === undefined ? "now" : `now: ${shortName(now)}`, align: "right" },
        ...group.flatMap((way) => [
          { title: shortName(way), align: "right" as const },
          { title: "", align: "right" as const },
        ]),
      ],
      rows: [
        ...named.map((team) => row(visible(team), [team])),
        ...(rest.length === 0 ? [] : [row(`${count(rest.length)} others`, rest)]),
        ...(all.includes(null) ? [row("nobody", [null])] : []),
      ],
    },
    width,
  );
}

function amountsOf<Row extends { readonly team: string | null }>(
  rows: readonly Row[],
  amountOf: (row: Row) => Amount,
): ReadonlyMap<string | null, Amount> {
  return new Map(rows.map((row) => [row.team, amountOf(row)]));
}

function change(amount: Amount, currency: string): string {
  const text = figure(amount, currency);
  return amount > 0n ? `+${text}` : text;
}

/** The name without the pool, which stands above. */
function shortName({ name, pool }: ComparedWay): string {
  return visible(pool === null ? name : name.slice(pool.length + 2));
}

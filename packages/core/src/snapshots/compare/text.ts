import type { Amount } from "../../costs/money.ts";
import { NARROWEST, WIDTH } from "../../reports/audit/tables.ts";
import { layOut } from "../../reports/render/text/table.ts";
import { figure } from "../../reports/render/wording/figure.ts";
import { groupBy } from "../../text/group-by.ts";
import { visible } from "../../text/visible.ts";
import { headLines } from "../render/head.ts";
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
  const teams = [...new Set([...totals, ...group.flatMap((way) => way.totals)].map(({ team }) => team))];
  const amountOf = (all: Comparison["totals"], team: string | null) =>
    figure(all.find((total) => total.team === team)?.amount ?? 0n, currency);
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
      rows: teams.map((team) => [
        team === null ? "nobody" : visible(team),
        amountOf(totals, team),
        ...group.flatMap((way) => [
          amountOf(way.totals, team),
          change(way.changes.find((each) => each.team === team)?.difference ?? 0n, currency),
        ]),
      ]),
    },
    width,
  );
}

function change(amount: Amount, currency: string): string {
  const text = figure(amount, currency);
  return amount > 0n ? `+${text}` : text;
}

/** The name without the pool, which stands above. */
function shortName({ name, pool }: ComparedWay): string {
  return visible(pool === null ? name : name.slice(pool.length + 2));
}

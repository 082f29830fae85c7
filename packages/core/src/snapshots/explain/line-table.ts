import { formatAmount, sum } from "../../costs/money.ts";
import { layOut } from "../../reports/render/text/table.ts";
import type { LineGroup } from "./lines.ts";
import { lineWords } from "./words.ts";

/** How many groups of lines are named. */
export const MOST_LINES = 8;

/** The lines of a bill that sum to an amount: the largest groups, and the rest in one. */
export function lineTable(title: string, lines: readonly LineGroup[] | null, width: number): string[] {
  if (lines === null) return [`${title}: the bill is not kept any more`];
  const [named, rest] = [lines.slice(0, MOST_LINES), lines.slice(MOST_LINES)];
  const row = (what: string, groups: readonly LineGroup[]) => [
    what,
    countText(groups),
    formatAmount(sum(groups.map(({ amount }) => amount))),
  ];
  return layOut(
    {
      columns: [
        { title, align: "left" },
        { title: "lines", align: "right" },
        { title: "amount", align: "right" },
      ],
      rows: [
        ...named.map((group) => row(lineWords(group), [group])),
        ...(rest.length === 0 ? [] : [row(`${rest.length} others`, rest)]),
      ],
      total: row("", lines),
    },
    width,
  );
}

/** What followed has no lines of its own here. */
function countText(groups: readonly LineGroup[]): string {
  const count = groups.reduce((total, { lines }) => total + lines, 0);
  return count === 0 ? "" : String(count);
}

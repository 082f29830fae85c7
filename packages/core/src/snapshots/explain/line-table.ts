import { sum } from "../../costs/money.ts";
import { layOut } from "../../reports/render/text/table.ts";
import { alignedAtPoint, exactMoney } from "../render/money.ts";
import type { LineGroup } from "./lines.ts";
import { lineWords } from "./words.ts";

/** How many groups of lines are named. */
export const MOST_LINES = 8;

/** The lines of a bill that sum to an amount: the largest groups, and the rest in one. */
export function lineTable(
  title: string,
  lines: readonly LineGroup[] | null,
  { currency, width }: { readonly currency: string; readonly width: number },
): string[] {
  if (lines === null) return [`${title}: the bill is not kept any more`];
  const [named, rest] = [lines.slice(0, MOST_LINES), lines.slice(MOST_LINES)];
  const entries = [
    ...named.map((group) => ({ what: lineWords(group), groups: [group] })),
    ...(rest.length === 0 ? [] : [{ what: `${rest.length} others`, groups: rest }]),
    { what: "", groups: lines },
  ];
  const amounts = alignedAtPoint(
    entries.map(({ groups }) => exactMoney(sum(groups.map(({ amount }) => amount)), currency)),
  );
  const rows = entries.map(({ what, groups }, index) => [what, countText(groups), amounts[index] ?? ""]);
  return layOut(
    {
      columns: [
        { title, align: "left" },
        { title: "lines", align: "right" },
        { title: "amount", align: "right" },
      ],
      rows: rows.slice(0, -1),
      total: rows.at(-1) ?? [],
    },
    width,
  );
}

/** What followed has no lines of its own here. */
function countText(groups: readonly LineGroup[]): string {
  const count = groups.reduce((total, { lines }) => total + lines, 0);
  return count === 0 ? "" : String(count);
}

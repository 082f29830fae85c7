import { sum } from "../../../costs/money.ts";
import { visible } from "../../../text/visible.ts";
import type { Report, UnallocatedAmount } from "../../report.ts";
import { figure } from "../wording/figure.ts";
import { reasonWords } from "../wording/words.ts";
import { layOut } from "./table.ts";

/** Dirty tags have hundreds of values; a terminal shows the dearest. */
const MOST_SHOWN = 15;

/** Money that is nobody's, by reason and value. */
export function unallocatedLines({ unallocated, totals, currency }: Report, width: number): string[] {
  const { shown, rest } = dearest(unallocated);
  const more = sum(rest.map(({ amount }) => amount));
  return layOut(
    {
      columns: [
        { title: "reason", align: "left" },
        { title: "value", align: "left" },
        { title: currency, align: "right" },
        { title: "", align: "left" },
      ],
      rows: [
        ...shown.map(({ reason, value, amount }) => [
          visible(reason),
          value === null ? "" : visible(value),
          figure(amount, currency),
          reasonWords(reason),
        ]),
        ...(rest.length === 0 ? [] : [[`${rest.length} more`, "", figure(more, currency), ""]]),
      ],
      total: ["total", "", figure(totals.unallocated, currency), ""],
    },
    width,
  );
}

/** The largest amounts of either sign, in the order in which they stood. */
function dearest(all: readonly UnallocatedAmount[]) {
  const size = ({ amount }: UnallocatedAmount) => (amount < 0n ? -amount : amount);
  const kept = new Set(all.toSorted((a, b) => (size(a) < size(b) ? 1 : -1)).slice(0, MOST_SHOWN));
  return { shown: all.filter((each) => kept.has(each)), rest: all.filter((each) => !kept.has(each)) };
}

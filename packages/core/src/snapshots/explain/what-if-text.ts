import { formatAmount } from "../../costs/money.ts";
import { formatRational } from "../../costs/rational.ts";
import { layOut } from "../../reports/render/text/table.ts";
import { listWords } from "../../reports/render/wording/words.ts";
import { visible } from "../../text/visible.ts";
import { signed } from "../render/figures.ts";
import { wrapped } from "../render/wrapped.ts";
import type { WhatIf } from "./what-if.ts";

/** What other use would have come to, for all whom it concerns. */
export function whatIfText(
  { team, metric, factor, pools, changes, saving }: WhatIf,
  currency: string,
  width: number,
): string[] {
  const times = factor.d === 1n ? String(factor.n) : formatRational(factor);
  const what = `with ${times} × its ${visible(metric)} of ${listWords(pools.map(visible))}`;
  const result =
    saving < 0n
      ? `${visible(team)} would bear ${formatAmount(-saving)} ${currency} more`
      : `${visible(team)} would bear ${formatAmount(saving)} ${currency} less`;
  return [
    ...wrapped(`${what}, ${result}; the bill stays, so others bear the difference:`, { width, indent: "  " }),
    ...layOut(
      {
        columns: [
          { title: "", align: "left" },
          { title: "is", align: "right" },
          { title: "would be", align: "right" },
          { title: "difference", align: "right" },
        ],
        rows: changes.map((change) => [
          change.team === null ? "nobody" : visible(change.team),
          formatAmount(change.before),
          formatAmount(change.after),
          signed(change.difference),
        ]),
      },
      width,
    ),
  ];
}

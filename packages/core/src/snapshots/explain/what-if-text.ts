import { sum } from "../../costs/money.ts";
import { formatRational } from "../../costs/rational.ts";
import { figure as count } from "../../reports/audit/tables.ts";
import { layOut } from "../../reports/render/text/table.ts";
import { listWords } from "../../reports/render/wording/words.ts";
import { visible } from "../../text/visible.ts";
import { largest } from "../render/largest.ts";
import { alignedAtPoint, exactMoney, signedMoney } from "../render/money.ts";
import { wrapped } from "../render/wrapped.ts";
import type { TeamChange } from "../team-changes.ts";
import type { WhatIf } from "./what-if.ts";

/** What other use would have come to, for all whom it concerns. */
export function whatIfText(
  { team, metric, factor, pools, changes, saving }: WhatIf,
  currency: string,
  width: number,
): string[] {
  const times = factor.d === 1n ? String(factor.n) : formatRational(factor);
  const what = `with ${times} × its ${visible(metric)} of ${listWords(pools.map(visible))}`;
  const { named, rest } = largest(changes, ({ difference }) => difference);
  const told = [
    ...named.map((change) => ({ ...change, name: change.team === null ? "nobody" : visible(change.team) })),
    ...(rest.length === 0 ? [] : [{ ...summed(rest), name: `${count(rest.length)} others` }]),
  ];
  const column = (textOf: (change: Summed) => string) => alignedAtPoint(told.map(textOf));
  const before = column((change) => exactMoney(change.before, currency));
  const after = column((change) => exactMoney(change.after, currency));
  const differences = column(({ difference }) => signedMoney(difference, currency));
  const result =
    saving < 0n
      ? `${visible(team)} would bear ${exactMoney(-saving, currency)} ${currency} more`
      : `${visible(team)} would bear ${exactMoney(saving, currency)} ${currency} less`;
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
        rows: told.map(({ name }, index) => [
          name,
          before[index] ?? "",
          after[index] ?? "",
          differences[index] ?? "",
        ]),
      },
      width,
    ),
  ];
}

type Summed = Pick<TeamChange, "before" | "after" | "difference">;

function summed(changes: readonly TeamChange[]): Summed {
  return {
    before: sum(changes.map(({ before }) => before)),
    after: sum(changes.map(({ after }) => after)),
    difference: sum(changes.map(({ difference }) => difference)),
  };
}

import type { Amount } from "../../costs/money.ts";
import { NARROWEST, WIDTH } from "../../reports/audit/tables.ts";
import { layOut } from "../../reports/render/text/table.ts";
import { establishedWords } from "../../reports/render/wording/words.ts";
import { visible } from "../../text/visible.ts";
import { teamWarning } from "../fairness/words.ts";
import { headLines } from "../render/head.ts";
import { alignedAtPoint, exactMoney } from "../render/money.ts";
import { wrapped } from "../render/wrapped.ts";
import { driverText } from "./driver-text.ts";
import type { Explanation } from "./explanation.ts";
import { lineTable } from "./line-table.ts";
import { poolText } from "./pool-text.ts";
import type { WhatIf } from "./what-if.ts";
import { whatIfText } from "./what-if-text.ts";

/**
 * Renders why a team bears what it does as plain text for a terminal of so many columns (default 100).
 *
 * @param wish what other use would have come to, where somebody asked
 */
export function renderExplanationText(
  explanation: Explanation,
  { width = WIDTH, wish = null }: { readonly width?: number | undefined; readonly wish?: WhatIf | null } = {},
): string {
  const room = Math.max(NARROWEST, width);
  const { team, currency, pools, drivers, established, fairness } = explanation;
  const sections = [
    [
      visible(team),
      ...headLines(explanation).flatMap((line) => wrapped(line, { width: room, indent: "  " })),
    ],
    summary(explanation, room),
    ...(fairness.excess > 0n
      ? [wrapped(`warning: ${teamWarning(fairness, currency)}`, { width: room, indent: "  " })]
      : []),
    ...(wish === null ? [] : [whatIfText(wish, currency, room)]),
    ...(established ?? []).map(({ by, lines }) =>
      lineTable(`direct, by ${establishedWords(by)}`, lines, { currency, width: room }),
    ),
    ...pools.map((pool) => poolText(pool, currency, room)),
    ...drivers.map((driver) => driverText(driver, team, room)),
  ];
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function summary({ currency, direct, total, shared, pools }: Explanation, width: number): string[] {
  const others = pools.reduce((rest, { share }) => rest - share, shared);
  const parts: readonly (readonly [what: string, amount: Amount])[] = [
    ["direct", direct],
    ...pools.map(({ pool, share }) => [`share of ${visible(pool)}`, share] as const),
    ...(others === 0n ? [] : [["shares of other pools", others] as const]),
    ["total", total],
  ];
  const figures = alignedAtPoint(parts.map(([, amount]) => exactMoney(amount, currency)));
  const rows = parts.map(([what], index) => [what, figures[index] ?? ""]);
  return layOut(
    {
      columns: [
        { title: "", align: "left" },
        { title: currency, align: "right" },
      ],
      rows: rows.slice(0, -1),
      total: rows.at(-1) ?? [],
    },
    width,
  );
}

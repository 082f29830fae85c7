import { visible } from "../../text/visible.ts";
import type { Report } from "../report.ts";
import { commitmentLines } from "./text/commitments.ts";
import { establishedLines } from "./text/established.ts";
import { funnelLines } from "./text/funnel.ts";
import { poolLines } from "./text/pools.ts";
import { reconciliationLines } from "./text/reconciliation.ts";
import { rowLines } from "./text/rows.ts";
import { unallocatedLines } from "./text/unallocated.ts";
import { BASIS_WORDS, filterWords, groupWords, SHORT_SNAPSHOT } from "./wording/words.ts";

const WIDTH = 100;
const NARROWEST = 40;

/** Renders a report as plain text for a terminal of so many columns (default 100), its figures rounded for reading. */
export function renderText(report: Report, options: { readonly width?: number | undefined } = {}): string {
  const width = Math.max(NARROWEST, options.width ?? WIDTH);
  const section = (title: string, isEmpty: boolean, lines: (report: Report, width: number) => string[]) => [
    "",
    title,
    ...(isEmpty ? ["none"] : lines(report, width)),
  ];
  return [
    ...heading(report),
    "",
    ...funnelLines(report, width),
    ...section(groupWords(report.groupBy), report.rows.length === 0, rowLines),
    ...section("Direct cost", report.established.length === 0, establishedLines),
    ...section("Pools", report.pools.length === 0, poolLines),
    ...section("Unallocated", report.unallocated.length === 0, unallocatedLines),
    ...(report.commitments === undefined ? [] : section("Commitments", false, commitmentLines)),
    ...section("Reconciliation", false, reconciliationLines),
    "",
    "Figures are rounded for reading; --format json has every digit.",
    "",
  ].join("\n");
}

function heading({ period, basis, currency, snapshot, where }: Report): string[] {
  const filter = filterWords(where);
  return [
    `Showback ${visible(period)} · ${BASIS_WORDS[basis]} in ${visible(currency)} · snapshot ${visible(snapshot.slice(0, SHORT_SNAPSHOT))}`,
    ...(filter === "" ? [] : [`Only ${filter}; the reconciliation is of the whole bill.`]),
  ];
}

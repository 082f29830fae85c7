import type { BillVersion, DaysWritten, VersionContents } from "@tagledger/core/bills/version";
import { BASES } from "@tagledger/core/costs/charge";
import { sum } from "@tagledger/core/costs/money";
import type { Ingested } from "@tagledger/core/flows/ingest/request";
import { figure } from "@tagledger/core/reports/audit/tables";
import { visible } from "@tagledger/core/text/visible";
import { moneyText, totalOf } from "./amounts-text.ts";
import { findingWords } from "./finding-words.ts";

/** How many characters of a version's id tell it apart for a person. */
export const SHORT_ID = 12;
/** How many repairs are named. */
const MOST_REPAIRS = 5;

const OUTCOME_WORDS: Readonly<Record<Ingested["outcome"], string>> = {
  published: "published",
  again: "nothing new",
  late: "too late",
  held: "held, as the period is closed",
  refused: "refused",
};

/**
 * Says what became of a delivery, and what it holds.
 *
 * @example ingestedText(ingested).split("\n")[0] // "2026-09 ml-showback: published, version 2 (8d41c0ffee12)"
 */
export function ingestedText({ delivery, outcome, version, reason }: Ingested): string {
  const { id, sequence, contents, days } = version;
  const head = `${delivery.period} ${visible(delivery.export)}: ${OUTCOME_WORDS[outcome]}, version ${sequence} (${id.slice(0, SHORT_ID)})`;
  const isRead = outcome === "published" || outcome === "held";
  return [
    head,
    ...(reason === null ? [] : [`  ${visible(reason)}`]),
    ...(contents === null || !isRead ? [] : contentsLines(version, contents)),
    ...(days === null || outcome !== "published" ? [] : [daysLine(days)]),
    ...(contents === null || !isRead ? [] : [...repairLines(contents), ...findingLines(contents)]),
    "",
  ].join("\n");
}

function contentsLines({ deliveredAt, source }: BillVersion, contents: VersionContents): string[] {
  const { currency, format, lines } = contents;
  const totals = BASES.flatMap((basis) => {
    const total = totalOf(contents, basis);
    return total === null ? [] : [`${basis} ${moneyText(total, currency)}`];
  });
  return [
    `  ${format}, delivered ${new Date(deliveredAt).toISOString()}: ${visible(source)}`,
    `  ${figure(lines)} lines in ${currency}: ${totals.join(" · ")}`,
  ];
}

function daysLine({ written, removed, unchanged }: DaysWritten): string {
  const gone = removed === 0 ? "" : `${figure(removed)} removed, `;
  return `  team-days: ${figure(written)} written, ${gone}${figure(unchanged)} as they were`;
}

function repairLines({ repairs, moreRepairs, currency }: VersionContents): string[] {
  if (repairs.length === 0) return [];
  const named = repairs.slice(0, MOST_REPAIRS);
  const values = repairs.length + (moreRepairs?.values ?? 0);
  const lines = repairs.reduce((all, each) => all + each.lines, moreRepairs?.lines ?? 0);
  const amount = sum([...repairs.map((each) => each.amount), moreRepairs?.amount ?? 0n]);
  return [
    `  repaired: ${figure(values)} values on ${figure(lines)} lines, ${moneyText(amount, currency)}`,
    ...named.map(
      ({ key, from, to, lines: count, amount: money }) =>
        `    ${visible(key)} "${visible(from)}" read as ${visible(to)}: ${figure(count)} lines, ${moneyText(money, currency)}`,
    ),
    ...(values > named.length ? [`    ${figure(values - named.length)} more`] : []),
  ];
}

function findingLines({ findings }: VersionContents): string[] {
  return findings.map((finding) => `  ${findingWords(finding)}`);
}

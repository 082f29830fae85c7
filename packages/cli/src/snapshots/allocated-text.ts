import type { Rational } from "@tagledger/core/costs/rational";
import type { Allocated } from "@tagledger/core/flows/allocate/request";
import { left, right } from "@tagledger/core/reports/audit/tables";
import { layOut } from "@tagledger/core/reports/render/text/table";
import { percent } from "@tagledger/core/reports/render/wording/percent";
import { methodWords, SHORT_SNAPSHOT } from "@tagledger/core/reports/render/wording/words";
import type { Crossing } from "@tagledger/core/snapshots/budgets";
import { fairness } from "@tagledger/core/snapshots/fairness/fairness";
import { fairnessWarnings } from "@tagledger/core/snapshots/fairness/words";
import { wrapped } from "@tagledger/core/snapshots/render/wrapped";
import type { Snapshot, SnapshotPool, SnapshotSource } from "@tagledger/core/snapshots/snapshot";
import { unreadSources } from "@tagledger/core/snapshots/unread-sources";
import { visible } from "@tagledger/core/text/visible";
import { moneyText } from "../bills/amounts-text.ts";
import { coverageWords, sourceLines } from "../usage/coverage-words.ts";
import { differenceLines } from "./difference-text.ts";

const OUTCOME_WORDS: Readonly<Record<Allocated["outcome"], string>> = {
  published: "divided",
  again: "nothing new",
  held: "held",
};

/**
 * Says what became of a basis.
 *
 * @param whole whether pools, sources and differences are told, which are much the same on every basis
 * @example allocatedText(allocated, { width: 100, whole: false }).split("\n")[0] // "2026-09 effective: divided, snapshot 5f0c6a1de2b7"
 */
export function allocatedText(
  { period, basis, outcome, reason, snapshot, crossed }: Allocated,
  { width, whole }: { readonly width: number; readonly whole: boolean },
): string {
  const named = snapshot === null ? "no snapshot" : `snapshot ${snapshot.id.slice(0, SHORT_SNAPSHOT)}`;
  return [
    `${period} ${basis}: ${OUTCOME_WORDS[outcome]}, ${named}`,
    ...(reason === null ? [] : [`  ${reason}`]),
    ...(snapshot === null ? [] : [`  ${totalWords(snapshot)}`]),
    ...(snapshot === null || !whole || outcome === "held" ? [] : detailLines(snapshot, outcome, width)),
    ...crossed.map((each) => `  ${crossingWords(each, snapshot?.currency ?? "")}`),
    "",
  ].join("\n");
}

function totalWords({ currency, report: { totals } }: Snapshot): string {
  const money = (name: keyof typeof totals) => `${name} ${moneyText(totals[name], currency)}`;
  const parts = (["direct", "shared", "unallocated", "excluded"] as const).map(money);
  return `${moneyText(totals.bill, currency)} ${currency}: ${parts.join(" · ")}`;
}

function detailLines(snapshot: Snapshot, outcome: Allocated["outcome"], width: number): string[] {
  const { pools, sources, difference, currency } = snapshot;
  return [
    ...sources.flatMap(knownLines).map((line) => `  ${line}`),
    ...(pools.length === 0 ? [] : ["", ...poolLines(snapshot, width), ""]),
    ...fairnessWarnings(fairness(snapshot), currency).flatMap((warning) =>
      wrapped(`  warning: ${warning}`, { width, indent: "    " }),
    ),
    ...(difference === null || outcome === "again" ? [] : differenceLines(difference, currency, width)),
  ];
}

function knownLines(source: SnapshotSource): string[] {
  return [...sourceLines(source), ...source.coverage.map((each) => `  ${coverageWords(each)}`)];
}

function poolLines(snapshot: Snapshot, width: number): string[] {
  const { pools, currency } = snapshot;
  return layOut(
    {
      columns: [left("pool"), left("divided by"), right("complete"), right("confidence"), right(currency)],
      rows: pools.map((pool) => [
        visible(pool.pool),
        dividedWords(pool, snapshot),
        pool.completeness === null ? "" : part(pool.completeness),
        part(pool.confidence),
        moneyText(pool.amount, currency),
      ]),
    },
    width,
  );
}

function dividedWords(pool: SnapshotPool, snapshot: Snapshot): string {
  const { method, usage } = pool.dividedBy;
  const isUnread = unreadSources(snapshot, pool.pool).length > 0;
  const unread = "its usage could not be read";
  if (method === "held") return isUnread ? unread : "nobody known to have used it";
  const of = usage === null || usage === snapshot.period ? "" : ` of ${usage}`;
  if (method === pool.method) return `${methodWords(pool)}${of}`;
  return isUnread ? `${method}, as ${unread}` : `${method}, for want of usage`;
}

function part({ n, d }: Rational): string {
  return percent(n, d);
}

function crossingWords({ budget, threshold, amount }: Crossing, currency: string): string {
  const match = Object.entries(budget.match).map(([name, globs]) => `${name} ${String(globs)}`);
  const whose = visible(match.join(", ")) || "everybody";
  return `budget of ${whose}: ${moneyText(amount, currency)} is past ${threshold} of ${budget.monthly}`;
}

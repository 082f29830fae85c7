import type { Dimension } from "../../../config/definition/match.ts";
import type { EstablishedBy } from "../../../costs/attribution/established.ts";
import type { Basis } from "../../../costs/charge.ts";
import { visible } from "../../../text/visible.ts";
import type { ReportPool, Where } from "../../report.ts";

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/** How many characters of a snapshot's hash tell it apart for a person. */
export const SHORT_SNAPSHOT = 12;

/** What each basis means, in a few words. */
export const BASIS_WORDS: Readonly<Record<Basis, string>> = {
  effective: "effective cost",
  billed: "billed cost",
  contracted: "contracted cost",
  list: "list price",
};

const REASON_WORDS: Readonly<Record<string, string>> = {
  "invalid-team": "the tag names no team",
  "no-team": "nothing says whose it is",
  "no-usage": "the pool has no usage to divide it by",
  idle: "capacity that nobody used",
};

/** Says what a reason for unallocated money means; an empty text where it speaks for itself. */
export function reasonWords(reason: string): string {
  return REASON_WORDS[reason] ?? "";
}

const ESTABLISHED_WORDS: Readonly<Record<EstablishedBy, string>> = {
  tag: "its own tag",
  ledger: "its own tag, from the ledger",
  assign: "an assign rule",
  principal: "the team's principals",
  account: "the team's accounts",
  policy: "a policy",
};

/** Says how the team of direct cost was established. */
export function establishedWords(by: EstablishedBy): string {
  return ESTABLISHED_WORDS[by];
}

/**
 * A billing month as people say it.
 *
 * @example monthWords("2026-09") // "September 2026"
 */
export function monthWords(period: string): string {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(period) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined || year === undefined ? visible(period) : `${name} ${year}`;
}

/**
 * Joins words as in a sentence.
 *
 * @example listWords(["team", "project", "workload"]) // "team, project and workload"
 */
export function listWords(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/**
 * Says what rows are grouped by.
 *
 * @example groupWords(["team", "project"]) // "By team and project"
 */
export function groupWords(groupBy: readonly Dimension[]): string {
  return groupBy.length === 0 ? "All teams together" : `By ${listWords(groupBy)}`;
}

/**
 * Says how a pool is divided.
 *
 * @example methodWords({ method: "usage", metric: { reads: "1", writes: "5" } }) // "usage: reads × 1 + writes × 5"
 */
export function methodWords({ method, metric }: Pick<ReportPool, "method" | "metric">): string {
  const terms = Object.entries(metric ?? {}).map(([name, weight]) => `${visible(name)} × ${visible(weight)}`);
  return terms.length === 0 ? visible(method) : `${visible(method)}: ${terms.join(" + ")}`;
}

/**
 * Says what a filter keeps; an empty text where it keeps everything.
 *
 * @example filterWords({ team: ["fraud", ""] }) // "team fraud or none"
 */
export function filterWords(where: Where): string {
  return Object.entries(where)
    .map(
      ([dimension, values]) => `${dimension} ${values.map((value) => visible(value) || "none").join(" or ")}`,
    )
    .join(", ");
}

/** Says what shares are shares of: the bill, or what a filter kept of it. */
export function wholeWords(where: Where): string {
  return filterWords(where) === "" ? "the bill" : "what is kept";
}

/** Says that a value of a dimension is missing. */
export function missingWords(dimension: Dimension): string {
  return `no ${dimension}`;
}

import { type Amount, sum } from "../../costs/money.ts";
import type { Report, UnallocatedAmount } from "../report.ts";
import { type TagCoverage, tagCoverage } from "./coverage.ts";
import type { StatementMonth } from "./month.ts";
import { headOf, type LetterHead, type StatementInput } from "./statement.ts";
import { byMoney, type StatementViolation } from "./violation.ts";

/** What a team came to. */
export interface SummaryTeam {
  readonly team: string;
  readonly direct: Amount;
  readonly shared: Amount;
  readonly total: Amount;
  /** Null where nothing is known of the month before. */
  readonly before: Amount | null;
}

/** Something about the mails themselves that the platform should know. */
export type MailTrouble =
  /** A team has nobody to write to: who gives it an address sees to it. */
  | { readonly kind: "no-address"; readonly team: string }
  /** Mail to an address came back for good, or whoever reads there complained: nothing is sent there any more. */
  | {
      readonly kind: "bounced" | "complained";
      readonly team: string | null;
      readonly address: string;
      readonly at: number;
      readonly why: string;
    }
  /** The mail of a team was not taken, and is tried again. */
  | { readonly kind: "failed"; readonly team: string; readonly why: string };

/** A month of all teams: everything that the mail to the platform says. */
export interface Summary extends LetterHead {
  readonly kind: "summary";
  readonly totals: Report["totals"];
  readonly before: { readonly period: string; readonly bill: Amount } | null;
  /** The dearest first. */
  readonly teams: readonly SummaryTeam[];
  /** What is nobody's and why, the dearest first. */
  readonly unallocated: readonly UnallocatedAmount[];
  readonly coverage: TagCoverage;
  /** Of resources whose team nobody knows. */
  readonly violations: readonly StatementViolation[];
  readonly trouble: readonly MailTrouble[];
}

/** What a summary is made from. */
export interface SummaryInput extends Omit<StatementInput, "since" | "budgets" | "cells"> {
  /** The month before; null where there is none in the same currency. */
  readonly before: StatementMonth | null;
  readonly trouble: readonly MailTrouble[];
}

/** Makes the summary of a month from its frozen snapshot. */
export function makeSummary(input: SummaryInput): Summary {
  const { month, before, violations, trouble } = input;
  const { totals, established, unallocated } = month.report;
  return {
    kind: "summary",
    ...headOf(input),
    totals,
    before: before === null ? null : { period: before.period, bill: before.report.totals.bill },
    teams: teamsOf(month, before),
    unallocated: [...unallocated].sort((a, b) => descending(a.amount, b.amount)),
    coverage: tagCoverage(established),
    violations: [...violations].sort(byMoney),
    trouble,
  };
}

/** The teams that bear something of a month, ordered by name. */
export function teamsIn({ report }: Pick<StatementMonth, "report">): string[] {
  return [...new Set(report.leaves.map(({ leaf }) => leaf.team))].filter((team) => team !== null).sort();
}

function teamsOf(month: StatementMonth, before: StatementMonth | null): SummaryTeam[] {
  const old = before === null ? null : totalsOf(before);
  return [...totalsOf(month)]
    .map(([team, { direct, shared }]): SummaryTeam => {
      const was = old?.get(team) ?? { direct: 0n, shared: 0n };
      const earlier = old === null ? null : was.direct + was.shared;
      return { team, direct, shared, total: direct + shared, before: earlier };
    })
    .sort((a, b) => descending(a.total, b.total));
}

function totalsOf({ report }: StatementMonth): Map<string, { direct: Amount; shared: Amount }> {
  return new Map(
    teamsIn({ report }).map((team) => {
      const own = report.leaves.filter(({ leaf }) => leaf.team === team);
      const direct = sum(own.map((each) => each.direct));
      return [team, { direct, shared: sum(own.map((each) => each.shared)) }];
    }),
  );
}

function descending(a: Amount, b: Amount): number {
  return a === b ? 0 : a > b ? -1 : 1;
}

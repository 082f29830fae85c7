import { sum } from "@tagledger/core/costs/money";
import { changeWords, shortName, subjectOf } from "@tagledger/core/reports/mail/subject";
import type { MailTrouble, Summary } from "@tagledger/core/reports/mail/summary";
import { figure } from "@tagledger/core/reports/render/wording/figure";
import { percent } from "@tagledger/core/reports/render/wording/percent";
import { monthWords, reasonWords } from "@tagledger/core/reports/render/wording/words";
import { type Page, type Row, row, type Section } from "./page.ts";
import { withRounding } from "./rounding.ts";
import { violationSection } from "./violations.ts";
import { footingWords, minuteText, sinceWords } from "./words.ts";

const MOST_TEAMS = 40;
const MOST_REASONS = 15;
const MOST_TROUBLES = 30;

/** What the mail to the platform says. */
export function summaryPage(summary: Summary): Page {
  const { period, currency, state, totals, before, coverage, link } = summary;
  const { bill, direct, shared, unallocated, excluded } = totals;
  const parts = { direct, shared, unallocated, excluded };
  return {
    subject: subjectOf(summary),
    title: "All teams",
    month: monthWords(period),
    currency,
    state,
    stateWords: state === "final" ? "Final" : "Draft",
    amount: bill,
    change: sinceWords(bill, before?.bill ?? null, summary),
    parts: Object.entries(parts).map(([name, amount]) => ({ name, amount })),
    sections: [
      {
        title: "Where the bill went",
        note: null,
        rows: withRounding(
          Object.entries(parts).map(([name, amount]) => row(name, amount, { aside: percent(amount, bill) })),
          bill,
          currency,
        ),
        total: row("Bill", bill),
      },
      teamSection(summary),
      reasonSection(summary),
      {
        title: "How direct cost found its team",
        note: null,
        rows: withRounding(
          [
            row("By its own tag", coverage.tagged, { aside: percent(coverage.tagged, direct) }),
            row("Only inferred or assigned", coverage.inferred, {
              aside: percent(coverage.inferred, direct),
            }),
          ],
          direct,
          currency,
        ),
        total: row("Direct", direct),
      },
      violationSection("What breaks the tag rules and is nobody's", summary),
      troubleSection(summary),
    ].filter(({ rows }) => rows.length > 0),
    footing: footingWords(summary),
    link,
  };
}

function teamSection({ teams, currency }: Summary): Section {
  const rows = teams.slice(0, MOST_TEAMS).map(
    ({ team, direct, shared, total, before }): Row =>
      row(shortName(team), total, {
        details: [`direct ${figure(direct, currency)}, shared ${figure(shared, currency)}`],
        aside: before === null ? null : changeWords(total, before),
      }),
  );
  const others = teams.slice(MOST_TEAMS);
  if (others.length > 0) rows.push(row(`${others.length} more teams`, sum(others.map(({ total }) => total))));
  const all = sum(teams.map(({ total }) => total));
  return {
    title: "Teams",
    note: null,
    rows: withRounding(rows, all, currency),
    total: row("All teams", all),
  };
}

function reasonSection({ unallocated, totals, currency }: Summary): Section {
  const rows = unallocated.slice(0, MOST_REASONS).map(({ reason, value, amount }) =>
    row(value === null ? reason : `${reason}: ${shortName(value)}`, amount, {
      details: [reasonWords(reason)],
    }),
  );
  const others = unallocated.slice(MOST_REASONS);
  if (others.length > 0) rows.push(row(`${others.length} more`, sum(others.map(({ amount }) => amount))));
  return {
    title: "What is nobody's, and why",
    note: null,
    rows: unallocated.length === 0 ? [] : withRounding(rows, totals.unallocated, currency),
    total: row("Unallocated", totals.unallocated),
  };
}

function troubleSection({ trouble }: Summary): Section {
  const rows = trouble.slice(0, MOST_TROUBLES).map(troubleRow);
  const others = trouble.length - rows.length;
  if (others > 0) rows.push(row(`${others} more`, null));
  return { title: "Mail that did not arrive", note: null, rows, total: null };
}

function troubleRow(trouble: MailTrouble): Row {
  if (trouble.kind === "no-address")
    return row(shortName(trouble.team), null, {
      details: ["has no address that mail is sent to; teams.*.email gives it one"],
    });
  if (trouble.kind === "failed")
    return row(shortName(trouble.team), null, {
      details: [`the mail was not taken, and is tried again: ${shortName(trouble.why, 120)}`],
    });
  const { kind, team, address, at, why } = trouble;
  const what = kind === "bounced" ? "mail came back for good" : "its reader complained";
  return row(shortName(address), null, {
    details: [
      `${what} on ${minuteText(at)}, and nothing is sent there any more: ${shortName(why, 120)}`,
      ...(team === null ? [] : [`team ${shortName(team)}`]),
    ],
  });
}

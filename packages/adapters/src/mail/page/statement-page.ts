import { SHARED_PROJECT } from "@tagledger/core/costs/leaf";
import { sum } from "@tagledger/core/costs/money";
import type { Mover } from "@tagledger/core/reports/mail/movers";
import type { Statement } from "@tagledger/core/reports/mail/statement";
import { changeWords, shortName, subjectOf } from "@tagledger/core/reports/mail/subject";
import { figure } from "@tagledger/core/reports/render/wording/figure";
import { percent } from "@tagledger/core/reports/render/wording/percent";
import { monthWords } from "@tagledger/core/reports/render/wording/words";
import { actionRow } from "./actions.ts";
import { type Page, type Row, row, type Section } from "./page.ts";
import { withRounding } from "./rounding.ts";
import { violationSection } from "./violations.ts";
import { driverWords, footingWords, sinceWords } from "./words.ts";

const MOST_POOLS = 25;
const MOST_BUDGETS = 10;
/** What whoever does not agree can do about a resource. */
const OBJECTIONS =
  "Not so? tagledger dispute ARN says that a verdict is wrong; tagledger request-exemption ARN asks for time.";

/** What the mail to a team says. */
export function statementPage(statement: Statement): Page {
  const { team, period, currency, state, total, direct, shared, before, link } = statement;
  return {
    subject: subjectOf(statement),
    title: shortName(team),
    month: monthWords(period),
    currency,
    state,
    stateWords: state === "final" ? "Final" : "Draft",
    amount: total,
    change: sinceWords(total, before?.total ?? null, statement),
    parts: [
      { name: "direct", amount: direct },
      { name: "shared", amount: shared },
    ],
    sections: [
      totalSection(statement),
      ...bridgeSection(statement),
      budgetSection(statement),
      actionSection(statement),
      moverSection(statement),
      poolSection(statement),
      coverageSection(statement),
      violationSection("What breaks the tag rules", statement, OBJECTIONS),
    ].filter(({ rows }) => rows.length > 0),
    footing: footingWords(statement),
    link,
  };
}

function totalSection({ direct, shared, total, currency }: Statement): Section {
  const rows = [
    row("Direct", direct, { details: ["yours by tag, account, role or rule"] }),
    row("Shared", shared, { details: ["your part of what several teams use"] }),
  ];
  return {
    title: "Total",
    note: null,
    rows: withRounding(rows, total, currency),
    total: row("Total", total),
  };
}

function bridgeSection({ before, total, currency }: Statement): Section[] {
  if (before === null) return [];
  const { price, volume, method } = before.bridge;
  const change = (name: string, amount: bigint, detail: string) =>
    row(name, amount, { isChange: true, details: [detail] });
  const rows = [
    row(monthWords(before.period), before.total),
    change("Volume", volume, "more or less was used, at the prices of before"),
    change("Price", price, "what is used costs more or less"),
    change("Method", method, "other rules divide shared costs"),
  ];
  return [
    {
      title: "Why it changed",
      note: null,
      rows: withRounding(rows, total, currency),
      total: row("This month", total),
    },
  ];
}

function budgetSection({ budgets, currency }: Statement): Section {
  const rows = budgets.slice(0, MOST_BUDGETS).map(({ of, monthly, spent }) => {
    const left = monthly - spent;
    const words = left < 0n ? `over by ${figure(-left, currency)}` : `${figure(left, currency)} left`;
    const aside = `${percent(spent, monthly)} of ${figure(monthly, currency)}`;
    return row(of === null ? "All of the team" : shortName(of), spent, { details: [words], aside });
  });
  return { title: "Budget", note: null, rows, total: null };
}

function actionSection({ actions, currency }: Statement): Section {
  const rows = actions.map((action) => actionRow(action, currency));
  return { title: "What to do first", note: null, rows, total: null };
}

function moverSection({ movers, currency }: Statement): Section {
  return {
    title: "What changed most",
    note: null,
    rows: movers.map((mover) =>
      row(moverName(mover), mover.difference, {
        isChange: true,
        details: [`${figure(mover.before, currency)} → ${figure(mover.after, currency)}`],
        aside: changeWords(mover.after, mover.before),
      }),
    ),
    total: null,
  };
}

function moverName({ project, workload, experiment }: Mover): string {
  const whole = project === SHARED_PROJECT ? "shared fees" : (project ?? "no project");
  const parts = [whole, workload, experiment].filter((part) => part !== null);
  return parts.map((part) => shortName(part, 40)).join(" / ");
}

function poolSection({ pools, shared, currency }: Statement): Section {
  const rows = pools.slice(0, MOST_POOLS).map(
    (line): Row =>
      row(shortName(line.pool), line.amount, {
        details: driverWords(line),
        aside: `${percent(line.part.n, line.part.d)} of ${figure(line.whole, currency)}`,
      }),
  );
  const others = pools.slice(MOST_POOLS);
  if (others.length > 0)
    rows.push(row(`${others.length} more pools`, sum(others.map(({ amount }) => amount))));
  return {
    title: "Shared costs",
    note: null,
    rows: pools.length === 0 ? [] : withRounding(rows, shared, currency),
    total: row("Shared", shared),
  };
}

function coverageSection({ coverage: { tagged, inferred }, direct, currency }: Statement): Section {
  const rows = [
    row("Says so by its own tag", tagged, { aside: percent(tagged, direct) }),
    row("Only inferred or assigned", inferred, { aside: percent(inferred, direct) }),
  ];
  return {
    title: "How direct cost was found to be yours",
    note: null,
    rows: direct === 0n ? [] : withRounding(rows, direct, currency),
    total: row("Direct", direct),
  };
}

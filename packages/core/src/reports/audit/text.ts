import { REASONS, type Reason } from "../../tags/reasons.ts";
import type { Verdict } from "../../tags/verdict/judge.ts";
import { visible } from "../../text/visible.ts";
import { currenciesOf, hourlyText } from "../live/money-text.ts";
import { layOut, type TextTable } from "../render/text/table.ts";
import type { Burning } from "./burn.ts";
import type { AuditSummary } from "./summary.ts";
import { figure, left, NARROWEST, right, shortened, split, VERDICT_ORDER, WIDTH } from "./tables.ts";
import type { Tally } from "./tally.ts";

const OUTCOME_WORDS: Readonly<Record<string, string>> = {
  evaluated: "created or tagged something",
  "failed-call": "the call failed",
  "no-resource": "names no resource",
  "not-taggable": "made what carries no tags",
  "not-a-creation": "a read, a change, a deletion",
  "unknown-event": "a mutation that the catalog lacks",
  "own-action": "done by Tagledger itself",
};

/**
 * Renders what an audit found as plain text for a terminal of so many columns (default 100).
 *
 * @example renderAuditText(summary).split("\n")[0] // "Audit · 2,812 events · 2026-09-01T00:12:09Z to …"
 */
export function renderAuditText(
  summary: AuditSummary,
  { width = WIDTH }: { readonly width?: number | undefined } = {},
): string {
  const room = Math.max(NARROWEST, width);
  const section = (title: string, table: TextTable | null) =>
    table === null ? [] : ["", title, ...layOut(table, room)];
  return [
    heading(summary),
    ...section("Events", outcomes(summary)),
    ...section("Resources", verdicts(summary)),
    ...section("Teams", crossed("team", summary.teams.sorted())),
    ...section("Not compliant, per hour while it runs", burning(summary)),
    ...section("Services", crossed("service", summary.services.sorted())),
    ...section("Findings", findings(summary)),
    ...section("Unknown events", unknown(summary)),
    "",
  ].join("\n");
}

function heading({ outcomes: { total }, again, first, last }: AuditSummary): string {
  const span = first === null || last === null ? "" : ` · ${first} to ${last}`;
  const repeated = again === 0 ? "" : ` · ${figure(again)} more came twice`;
  return `Audit · ${figure(total)} ${total === 1 ? "event" : "events"}${span}${repeated}`;
}

function outcomes({ outcomes: tally, unreadable, foreign }: AuditSummary): TextTable {
  const rows = tally.sorted().map(({ name, count }) => [name, figure(count), OUTCOME_WORDS[name] ?? ""]);
  if (unreadable > 0) rows.push(["unreadable", figure(unreadable), "damaged records and files"]);
  if (foreign > 0) rows.push(["foreign", figure(foreign), "no records of CloudTrail"]);
  return { columns: [left("outcome"), right("events"), left("")], rows };
}

function verdicts({ created, tagged }: AuditSummary): TextTable | null {
  const rows = VERDICT_ORDER.filter((verdict) => created.of(verdict) + tagged.of(verdict) > 0).map(
    (verdict) => [verdict, figure(created.of(verdict)), figure(tagged.of(verdict))],
  );
  const total = ["total", figure(created.total), figure(tagged.total)];
  return rows.length === 0
    ? null
    : { columns: [left("verdict"), right("created"), right("tagged")], rows, total };
}

function crossed(
  title: string,
  sorted: readonly { readonly name: string | null; readonly counts: Tally<Verdict> }[],
): TextTable | null {
  const shown = VERDICT_ORDER.filter((verdict) => sorted.some(({ counts }) => counts.of(verdict) > 0));
  const rows = sorted.map(({ name, counts }) => [
    name === null ? "nobody's" : visible(name),
    ...shown.map((verdict) => figure(counts.of(verdict))),
  ]);
  return shortened([left(title), ...shown.map(right)], rows);
}

function burning({ burn }: AuditSummary): TextTable | null {
  const { total } = burn;
  const currencies = currenciesOf(total.amounts);
  const row = (name: string, { amounts, resources, unpriced }: Burning) => [
    name,
    figure(resources),
    figure(unpriced),
    ...currencies.map((currency) => hourlyText(amounts.get(currency), currency, unpriced)),
  ];
  const rows = burn
    .sorted()
    .map(({ name, burning: each }) => row(name === null ? "nobody's" : visible(name), each));
  const columns = [
    left("team"),
    ...["created", "unpriced", ...currencies.map((each) => `${each}/hour`)].map(right),
  ];
  const table = shortened(columns, rows);
  return table === null ? null : { ...table, total: row("total", total) };
}

function findings({ reasons }: AuditSummary): TextTable | null {
  const rows = reasons.sorted().map(({ name, count }) => {
    const [reason = "", key = ""] = split(name);
    return [reason, visible(key), figure(count), REASONS[reason as Reason].says];
  });
  return shortened([left("reason"), left("key"), right("found"), left("")], rows);
}

function unknown({ unknown: tally }: AuditSummary): TextTable | null {
  const rows = tally.sorted().map(({ name, count }) => [...split(name).map(visible), figure(count)]);
  const table = shortened([left("service"), left("event"), right("events")], rows);
  return table === null || tally.others === 0
    ? table
    : { ...table, total: ["others", "", figure(tally.others)] };
}

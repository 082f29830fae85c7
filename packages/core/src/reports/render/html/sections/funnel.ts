import type { Report } from "../../../report.ts";
import { figure } from "../../wording/figure.ts";
import { percent } from "../../wording/percent.ts";
import { moneyCell } from "../cells.ts";
import { drawFunnel } from "../funnel/draw.ts";
import { PARTS, type Part } from "../funnel/layout.ts";
import { key } from "../key.ts";
import { labelText } from "../label.ts";
import { html, type Markup } from "../markup.ts";
import { body, table } from "../table.ts";
import { foldTeams, type TeamSpend } from "../team-spend.ts";
import { nothing, section } from "./section.ts";

const MOST_TEAMS = 8;

const MEANING: Readonly<Record<Part, string>> = {
  direct: "of a known team",
  shared: "from pools, divided among teams",
  unallocated: "in scope, nobody's yet",
  excluded: "out of scope",
};

/** The way of the bill to its teams, as a picture and as a table. */
export function funnelSection(report: Report, allTeams: readonly TeamSpend[]): Markup {
  const { totals, currency } = report;
  const teams = foldTeams(allTeams, MOST_TEAMS);
  const drawable = PARTS.some((part) => totals[part] > 0n);
  return section(
    "funnel",
    "From the bill to the teams",
    "Widths are in proportion to money. Striped parts are shared fees.",
    [
      drawable
        ? html`<figure>${drawFunnel(report, teams)}<figcaption>${key(
            "Teams, the largest first",
            teams.map(({ label, total }) => ({ label, amount: total, look: "plain" })),
            totals.bill,
            currency,
          )}</figcaption></figure>`
        : nothing("There is no cost to draw."),
      creditNote(report, teams),
      table({
        id: "parts",
        caption: `Parts of the bill in ${currency}`,
        headings: [
          { title: "part" },
          { title: "amount", align: "right" },
          { title: "share", align: "right" },
        ],
        bodies: body(
          PARTS.map(
            (part) =>
              html`<tr><th scope="row"><span class="swatch ${part}" aria-hidden="true"></span>${part} <small>${MEANING[part]}</small></th>${moneyCell(totals[part], currency)}<td class="figure">${percent(totals[part], totals.bill)}</td></tr>`,
          ),
        ),
        foot: html`<tr><th scope="row">bill</th>${moneyCell(totals.bill, currency)}<td class="figure">${percent(totals.bill, totals.bill)}</td></tr>`,
      }),
    ],
  );
}

function creditNote({ totals, currency }: Report, teams: readonly TeamSpend[]): Markup | null {
  const credits = [
    ...teams.flatMap(({ label, direct, shared }) => [
      { what: `direct of ${labelText(label)}`, amount: direct },
      { what: `shared fees of ${labelText(label)}`, amount: shared },
    ]),
    { what: "unallocated", amount: totals.unallocated },
    { what: "excluded", amount: totals.excluded },
  ].filter(({ amount }) => amount < 0n);
  if (credits.length === 0) return null;
  const list = credits.map(({ what, amount }) => `${what} ${figure(amount, currency)}`).join("; ");
  return html`<p class="note">Credits have no width in this picture; every figure includes them: ${list}.</p>`;
}

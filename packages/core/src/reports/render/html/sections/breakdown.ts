import type { Report } from "../../../report.ts";
import { groupRows } from "../../../rows.ts";
import { missingWords } from "../../wording/words.ts";
import { moneyCell, nameOr } from "../cells.ts";
import { labelMarkup } from "../label.ts";
import { html, type Markup } from "../markup.ts";
import { body, table } from "../table.ts";
import type { TeamSpend } from "../team-spend.ts";
import { nothing, section } from "./section.ts";

const INSIDE = ["project", "workload"] as const;

/** Every team by project and workload: the figures behind the bars. */
export function breakdownSection({ currency }: Report, teams: readonly TeamSpend[]): Markup {
  return section(
    "breakdown",
    "Teams by project and workload",
    html`Under the project <b>shared</b> stand fees of pools whose usage names no project.`,
    teams.length === 0
      ? nothing("None.")
      : table({
          id: "breakdown-table",
          caption: `What each team bears inside, in ${currency}`,
          headings: [
            ...INSIDE.map((title) => ({ title })),
            ...["direct", "shared", "total"].map((title) => ({ title, align: "right" as const })),
          ],
          bodies: teams.map((team) => teamBody(team, currency)),
        }),
  );
}

function teamBody({ label, leaves, direct, shared, total }: TeamSpend, currency: string): Markup {
  const figures = (amounts: readonly bigint[]) => amounts.map((amount) => moneyCell(amount, currency));
  return body([
    html`<tr class="group"><th scope="rowgroup" colspan="2">${labelMarkup(label)}</th>${figures([direct, shared, total])}</tr>\n`,
    groupRows(leaves, INSIDE).map(
      (row) =>
        html`<tr>${INSIDE.map((dimension, index) => html`<td>${nameOr(row.group[index] ?? null, missingWords(dimension))}</td>`)}${figures([row.direct, row.shared, row.total])}</tr>\n`,
    ),
  ]);
}

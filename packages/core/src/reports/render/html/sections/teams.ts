import type { Report } from "../../../report.ts";
import { percent } from "../../wording/percent.ts";
import { wholeWords } from "../../wording/words.ts";
import { axisOf, bar } from "../bar.ts";
import { money } from "../cells.ts";
import { key } from "../key.ts";
import { labelMarkup, labelText } from "../label.ts";
import { html, type Markup } from "../markup.ts";
import { directSegments, type Segment, sharedSegments } from "../segments.ts";
import { foldTeams, type TeamSpend } from "../team-spend.ts";
import { nothing, section } from "./section.ts";

const MOST_TEAMS = 12;
const MOST_PROJECTS = 8;
const MOST_WORKLOADS = 6;

interface TeamBars {
  readonly team: TeamSpend;
  readonly byProject: readonly Segment[];
  readonly byWorkload: readonly Segment[];
}

/** One stacked bar per team by project and one by workload, shared fees as a part of their own. */
export function teamSection(
  { leaves, totals, where, currency }: Report,
  allTeams: readonly TeamSpend[],
): Markup {
  const workloads = directSegments(leaves, "workload", Number.POSITIVE_INFINITY, (value) => value);
  const rankOf = new Map(workloads.map(({ look }, rank) => [look, rank]));
  const bars = foldTeams(allTeams, MOST_TEAMS).map((team) => barsOf(team, rankOf));
  const axis = axisOf(bars.flatMap(({ byProject, byWorkload }) => [byProject, byWorkload]));
  return section(
    "teams",
    "What each team bears",
    html`All bars have one scale. Direct cost stands by project and by workload; shared fees are striped.${axis.credits > 0n ? " Credits reach left of the line." : ""}`,
    bars.length === 0
      ? nothing("No team bears anything in this report.")
      : html`<div class="teams">${bars.map(({ team, byProject, byWorkload }, index) => {
          const label = labelText(team.label);
          return html`
<article class="team" aria-labelledby="team-${index + 1}">
<h3 id="team-${index + 1}"><span class="rank">${index + 1}</span> ${labelMarkup(team.label)} <span class="of">${money(team.total, currency)} <small>${percent(team.total, totals.bill)} of ${wholeWords(where)}</small></span></h3>
<h4>By project</h4>
${bar(`${label} by project`, byProject, axis, currency)}
${key(`${label} by project`, byProject, team.total, currency)}
<h4>By workload</h4>
${bar(`${label} by workload`, byWorkload, axis, currency)}
${key(`${label} by workload`, byWorkload, team.total, currency)}
</article>`;
        })}</div>`,
  );
}

function barsOf(team: TeamSpend, rankOf: ReadonlyMap<string, number>): TeamBars {
  const shared = sharedSegments(team.shared);
  const workloadLook = (value: string) => {
    const rank = rankOf.get(value) ?? MOST_WORKLOADS;
    return rank < MOST_WORKLOADS ? `workload-${rank + 1}` : "others";
  };
  return {
    team,
    byProject: [
      ...directSegments(team.leaves, "project", MOST_PROJECTS, (_, rank) => `project-${rank + 1}`),
      ...shared,
    ],
    byWorkload: [...directSegments(team.leaves, "workload", MOST_WORKLOADS, workloadLook), ...shared],
  };
}

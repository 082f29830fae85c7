import type { Report } from "../../../report.ts";
import { figure } from "../../wording/figure.ts";
import { percent } from "../../wording/percent.ts";
import { labelText } from "../label.ts";
import { type Content, html, type Markup } from "../markup.ts";
import { css, type Extent, FULL } from "../scale.ts";
import type { TeamSpend } from "../team-spend.ts";
import { layOutFunnel, PARTS, type Ribbon } from "./layout.ts";

/** Draws where a bill went as three layers joined by ribbons: the bill, its parts, the teams. */
export function drawFunnel({ totals, currency }: Report, teams: readonly TeamSpend[]): Markup {
  const { bill, parts, teams: nodes, toParts, toTeams } = layOutFunnel(totals, teams);
  const text = PARTS.map((part) => `${part} ${figure(totals[part], currency)}`).join(", ");
  return html`
<div class="funnel" role="img" aria-label="The bill of ${figure(totals.bill, currency)} ${currency} divided: ${text}; direct and shared divided among the teams">
<div class="layer">${node(bill, "bill", html`<b>Bill</b><em>${figure(totals.bill, currency)}</em>`)}</div>
${ribbons(toParts)}
<div class="layer">${PARTS.map((part) =>
    node(parts[part], part, html`<b>${part}</b><em>${percent(totals[part], totals.bill)}</em>`),
  )}</div>
${ribbons(toTeams)}
<div class="layer">${nodes.map(({ direct, shared }) => [node(direct, "direct", null), node(shared, "shared", null)])}</div>
<div class="names">${nodes.map(({ extent }, index) => teamName(extent, teams[index], index + 1, currency))}</div>
</div>`;
}

function node({ start, end }: Extent, look: string, content: Content): Markup | null {
  if (start === end) return null;
  return html`<span class="node ${look}" style="left:${css(start)};width:${css(end - start)}">${content}</span>`;
}

function teamName({ start, end }: Extent, team: TeamSpend | undefined, number: number, currency: string) {
  if (team === undefined || start === end) return null;
  return html`<span style="left:${css(start)};width:${css(end - start)}"><b>${number}</b><em><bdi>${labelText(team.label)}</bdi></em><em class="amount">${figure(team.total, currency)}</em></span>`;
}

function ribbons(of: readonly Ribbon[]): Markup {
  return html`<svg viewBox="0 0 ${FULL} 100" preserveAspectRatio="none" aria-hidden="true" focusable="false">${of.map(path)}</svg>`;
}

function path({ part, from, to }: Ribbon): Markup | null {
  if (from.start === from.end) return null;
  const left = `M${from.start} 0C${from.start} 50 ${to.start} 50 ${to.start} 100`;
  const right = `L${to.end} 100C${to.end} 50 ${from.end} 50 ${from.end} 0Z`;
  return html`<path class="to-${part}" d="${left}${right}"/>`;
}

import type { Report } from "../../../report.ts";
import { groupWords } from "../../wording/words.ts";
import { html, type Markup } from "../markup.ts";

/** The way to each section of the page. */
export function navigation({ groupBy }: Report): Markup {
  const sections = [
    ["funnel", "Bill to teams"],
    ["teams", "Teams"],
    ["rows", groupWords(groupBy)],
    ["breakdown", "Project and workload"],
    ["established", "How teams are known"],
    ["pools", "Pools"],
    ["unallocated", "Unallocated"],
    ["reconciliation", "Reconciliation"],
  ] as const;
  return html`
<nav aria-label="Sections"><ul>${sections.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
`;
}

import type { Report } from "../report.ts";
import { html, write } from "./html/markup.ts";
import { breakdownSection } from "./html/sections/breakdown.ts";
import { establishedSection } from "./html/sections/established.ts";
import { footing } from "./html/sections/footing.ts";
import { funnelSection } from "./html/sections/funnel.ts";
import { heading } from "./html/sections/heading.ts";
import { navigation } from "./html/sections/navigation.ts";
import { poolSection } from "./html/sections/pools.ts";
import { reconciliationSection } from "./html/sections/reconciliation.ts";
import { rowSection } from "./html/sections/rows.ts";
import { teamSection } from "./html/sections/teams.ts";
import { unallocatedSection } from "./html/sections/unallocated.ts";
import { STYLE } from "./html/style.ts";
import { teamSpends } from "./html/team-spend.ts";
import { monthWords } from "./wording/words.ts";

/** Renders a report as one HTML file that needs nothing else: no scripts, no network, every digit in `<data value>`. */
export function renderHtml(report: Report): string {
  const teams = teamSpends(report.leaves);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Showback ${monthWords(report.period)}, ${report.currency}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#main">To the report</a>
${heading(report)}
${navigation(report)}
<main id="main">
${funnelSection(report, teams)}
${teamSection(report, teams)}
${rowSection(report)}
${breakdownSection(report, teams)}
${establishedSection(report)}
${poolSection(report)}
${unallocatedSection(report)}
${reconciliationSection(report)}
</main>
${footing(report)}
</body>
</html>
`;
  return write(page);
}

import { formatAmount } from "@tagledger/core/costs/money";
import { widthOf } from "@tagledger/core/reports/render/text/width";
import { figure } from "@tagledger/core/reports/render/wording/figure";
import { visible } from "@tagledger/core/text/visible";
import type { Page, Row, Section } from "./page/page.ts";

/** No line is longer, so that no program breaks one; what cannot be broken stands alone. */
const WIDTH = 72;

/**
 * A mail as plain text: all that its HTML says.
 *
 * @example pageText(statementPage(statement)).split("\n")[0] // "fraud-detection, August 2026: 12,480.11 USD"
 */
export function pageText(page: Page): string {
  const { title, month, currency, stateWords, amount, change, sections, footing, link } = page;
  return [
    `${visible(title)}, ${month}: ${figure(amount, currency)} ${currency}`,
    `exactly ${formatAmount(amount)} ${currency}`,
    stateWords.toUpperCase(),
    ...(change === null ? [] : [change]),
    ...(link === null ? [] : [link]),
    ...sections.flatMap((section) => sectionLines(section, currency)),
    "",
    "--",
    ...footing.map(visible),
    "The attached CSV has all parts with all digits.",
    "",
  ].join("\n");
}

function sectionLines({ title, note, rows, total }: Section, currency: string): string[] {
  return [
    "",
    visible(title),
    "-".repeat(widthOf(title)),
    ...(note === null ? [] : [visible(note)]),
    ...rows.flatMap((row) => rowLines(row, currency)),
    ...(total === null ? [] : ["=".repeat(WIDTH), ...rowLines(total, currency)]),
  ];
}

function rowLines({ name, details, code, amount, isChange, aside }: Row, currency: string): string[] {
  const sign = isChange && amount !== null && amount > 0n ? "+" : "";
  const shown = amount === null ? "" : `${sign}${figure(amount, currency)}`;
  const below = [...(aside === null ? [] : [aside]), ...details].filter((line) => line !== "");
  return [
    ...aligned(visible(name), shown),
    ...below.map((line) => `    ${visible(line)}`),
    ...(code === null ? [] : [`    ${visible(code)}`]),
  ];
}

/** A name and its figure at the end of the line, or below where both do not fit. */
function aligned(name: string, shown: string): string[] {
  if (shown === "") return [name];
  const room = WIDTH - widthOf(name) - widthOf(shown);
  return room >= 2 ? [`${name}${" ".repeat(room)}${shown}`] : [name, shown.padStart(WIDTH)];
}

import { renderCsv } from "@tagledger/core/reports/render/csv";
import { renderHtml } from "@tagledger/core/reports/render/html";
import { renderJson } from "@tagledger/core/reports/render/json";
import { renderText } from "@tagledger/core/reports/render/text";
import type { Report } from "@tagledger/core/reports/report";
import { terminalWidth } from "./output.ts";

const RENDERERS = {
  text: (report: Report) => renderText(report, { width: terminalWidth() }),
  json: renderJson,
  csv: renderCsv,
  html: renderHtml,
};

/** A way to show a report alone. */
export type PlainFormat = keyof typeof RENDERERS;

/** A way to show a report; FOCUS tells what the bill is on all its bases. */
export type Format = PlainFormat | "focus";

/** The ways to show a report, in the order in which help lists them. */
export const FORMATS: readonly Format[] = [...(Object.keys(RENDERERS) as PlainFormat[]), "focus"];

/** Shows a report in a format. */
export function render(format: PlainFormat, report: Report): string {
  return RENDERERS[format](report);
}

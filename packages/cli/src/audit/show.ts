import type { AuditedEvent, AuditItem } from "@tagledger/core/reports/audit/audited";
import { isUnreadableItem } from "@tagledger/core/reports/audit/audited";
import { AUDIT_CSV_HEAD, csvRowsOf } from "@tagledger/core/reports/audit/csv";
import { lineOf } from "@tagledger/core/reports/audit/line";
import { AuditSummary } from "@tagledger/core/reports/audit/summary";
import { renderAuditText } from "@tagledger/core/reports/audit/text";
import { openLines } from "../lines.ts";
import { note, terminalWidth } from "../output.ts";
import { endProgress } from "../progress.ts";
import { countProgress } from "./progress.ts";
import { noteUnreadable, refuseUnreadable } from "./unreadable.ts";

/** How an audit is shown. */
export interface ShowOptions {
  readonly paths: readonly string[];
  readonly format: "text" | "json" | "csv";
  readonly out: string | undefined;
}

/** How each event is written, where events are written at all. */
const WRITERS: Readonly<Record<ShowOptions["format"], ((audited: AuditedEvent) => string) | null>> = {
  text: null,
  json: (audited) => `${JSON.stringify(lineOf(audited))}\n`,
  csv: csvRowsOf,
};

/**
 * Shows an audit: its summary, or each event as it comes and the summary beside it.
 *
 * @returns whether anything is not as it should be
 * @throws bad-input when something could not be read, after all that could be is shown
 */
export async function showAudit(
  items: AsyncIterable<AuditItem>,
  { paths, format, out }: ShowOptions,
): Promise<boolean> {
  const summary = new AuditSummary();
  const write = WRITERS[format];
  const lines = await openLines(out);
  const count = countProgress();
  try {
    if (format === "csv") await lines.write(AUDIT_CSV_HEAD);
    for await (const item of items) {
      summary.add(item);
      count();
      if (isUnreadableItem(item)) noteUnreadable(item);
      else if (write !== null) await lines.write(write(item));
    }
    endProgress();
    const text = renderAuditText(summary, { width: terminalWidth() });
    if (write === null) await lines.write(text);
    await lines.end();
    if (write !== null) note(text);
  } catch (error) {
    await lines.abandon();
    throw error;
  }
  const events = summary.outcomes.total + summary.again;
  refuseUnreadable({ paths, events, unreadable: summary.unreadable });
  return summary.hasFindings;
}

import { sideBySide } from "@tagledger/core/flows/side-by-side";
import { type AuditItem, isUnreadableItem } from "@tagledger/core/reports/audit/audited";
import { AuditComparison, changeLine } from "@tagledger/core/reports/audit/comparison";
import { renderComparisonText } from "@tagledger/core/reports/audit/comparison-text";
import { openLines } from "../lines.ts";
import { note, terminalWidth } from "../output.ts";
import { endProgress } from "../progress.ts";
import { countProgress } from "./progress.ts";
import { noteUnreadable, refuseUnreadable } from "./unreadable.ts";

/** How a comparison is shown. */
export interface ShowComparisonOptions {
  readonly paths: readonly string[];
  readonly isJson: boolean;
  readonly out: string | undefined;
}

/**
 * Shows what another schema would change: in numbers, or each resource that it sees differently as it comes and the
 * numbers beside it.
 *
 * @returns whether anything would break
 * @throws bad-input when something could not be read, after all that could be is shown
 */
export async function showComparison(
  before: AsyncIterable<AuditItem>,
  after: AsyncIterable<AuditItem>,
  { paths, isJson, out }: ShowComparisonOptions,
): Promise<boolean> {
  const comparison = new AuditComparison();
  const lines = await openLines(out);
  const count = countProgress();
  let [events, unreadable] = [0, 0];
  try {
    for await (const [item, other] of sideBySide(before, after)) {
      count();
      if (!isUnreadableItem(item)) events++;
      else {
        noteUnreadable(item);
        if (!item.foreign) unreadable++;
      }
      const changes = comparison.add(item, other);
      if (isJson) for (const change of changes) await lines.write(`${JSON.stringify(changeLine(change))}\n`);
    }
    endProgress();
    const text = renderComparisonText(comparison, { width: terminalWidth() });
    if (!isJson) await lines.write(text);
    await lines.end();
    if (isJson) note(text);
  } catch (error) {
    await lines.abandon();
    throw error;
  }
  refuseUnreadable({ paths, events, unreadable });
  return comparison.breaks > 0;
}

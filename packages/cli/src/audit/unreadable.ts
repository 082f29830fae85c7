import { badInput } from "@tagledger/core/errors";
import type { UnreadableItem } from "@tagledger/core/reports/audit/audited";
import { note } from "../output.ts";
import { endProgress } from "../progress.ts";

/** Names what could not be read, and where. */
export function noteUnreadable({ place, problem, foreign }: UnreadableItem): void {
  endProgress();
  note(foreign ? `note: ${place}: no record of CloudTrail: ${problem}` : `${place}: ${problem}`);
}

/**
 * Refuses a log of which something, or everything, could not be read.
 *
 * @throws bad-input
 */
export function refuseUnreadable(found: {
  readonly paths: readonly string[];
  readonly events: number;
  readonly unreadable: number;
}): void {
  const { paths, events, unreadable } = found;
  if (unreadable > 0) {
    const what = unreadable === 1 ? "one record or file" : `${unreadable} records or files`;
    throw badInput(`${what} could not be read and stands above; ${events} events could`, { unreadable });
  }
  if (events === 0) throw badInput(`${paths.join(", ")}: no CloudTrail events are here`, { paths });
}

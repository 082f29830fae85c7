import type { Replayed } from "@tagledger/core/flows/replay-log";
import { RecentTexts } from "@tagledger/core/reports/audit/recent";
import { Tally } from "@tagledger/core/reports/audit/tally";

/** What a log holds, in numbers. */
export class LogCounts {
  readonly #outcomes = new Tally();
  readonly #seen = new RecentTexts();
  #again = 0;
  unreadable = 0;

  /** Counts one thing found in the log; what it holds twice counts once. */
  add(item: Replayed): void {
    if ("problem" in item) {
      if (!item.foreign) this.unreadable += 1;
    } else if (this.#seen.isAgain(`${item.eventId} ${item.fingerprint}`)) this.#again += 1;
    else this.#outcomes.add(item.reason ?? item.outcome);
  }

  get total(): number {
    return this.#outcomes.total + this.#again + this.unreadable;
  }

  /** As the ledger remembers it: events by outcome, or why they were skipped. */
  byOutcome(): Readonly<Record<string, number>> {
    const counts = this.#outcomes.sorted().map(({ name, count }) => [name, count] as const);
    return { ...Object.fromEntries(counts), again: this.#again, unreadable: this.unreadable };
  }
}

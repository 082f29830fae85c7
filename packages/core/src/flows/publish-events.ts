import type { OutgoingEvent } from "../ledger/outbox.ts";
import { type LedgerWrite, TRANSACTION_ITEMS } from "../ledger/write.ts";
import type { EventBus, Ledger } from "../ports.ts";

/** What publishing needs. */
export interface PublishPorts {
  readonly ledger: Pick<Ledger, "outgoing" | "transact">;
  readonly bus: EventBus;
}

/** How many events went out. */
export interface PublishedEvents {
  readonly sent: number;
  /** Events that the bus did not take; they are tried again next time. */
  readonly refused: number;
}

/** With so many refused, the rest waits for another run. */
const MOST_REFUSED = 1000;

/**
 * Hands events over that wait in the ledger, the oldest first, and forgets those that were taken. What the bus refuses
 * holds up nothing behind it. Where this breaks off in between, events are handed over again, under the same ids.
 *
 * @param limit how many are handed over at once, and at most, those aside that are refused
 * @throws outside-failure where the ledger or the bus cannot be reached; nothing is lost then
 */
export async function publishEvents(
  { ledger, bus }: PublishPorts,
  { limit }: { readonly limit: number },
): Promise<PublishedEvents> {
  const handled = new Set<string>();
  let [sent, refused] = [0, 0];
  while (sent < limit && refused < MOST_REFUSED) {
    // What was refused still stands before the others; what was sent may do so for a moment.
    const waiting = await ledger.outgoing(handled.size + limit - sent);
    const fresh = waiting.filter(({ id }) => !handled.has(id)).slice(0, limit - sent);
    if (fresh.length === 0) break;
    const answers = await bus.put(fresh);
    const taken = fresh.filter((_, place) => answers[place] === true);
    await forget(ledger, taken);
    for (const { id } of fresh) handled.add(id);
    sent += taken.length;
    refused += fresh.length - taken.length;
  }
  return { sent, refused };
}

async function forget(ledger: PublishPorts["ledger"], taken: readonly OutgoingEvent[]): Promise<void> {
  for (let from = 0; from < taken.length; from += TRANSACTION_ITEMS) {
    let writes: readonly LedgerWrite[] = taken
      .slice(from, from + TRANSACTION_ITEMS)
      .map((event) => ({ kind: "sent", event }));
    // Another run may have sent and forgotten some of them meanwhile.
    while (writes.length > 0) {
      const written = await ledger.transact(writes);
      if (written.done) break;
      const { refused } = written;
      writes = writes.filter((_, place) => !refused.includes(place));
    }
  }
}

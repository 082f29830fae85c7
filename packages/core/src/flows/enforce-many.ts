import type { EventRecord } from "../ledger/records.ts";
import type { Told } from "../ledger/told.ts";
import { TRANSACTION_ITEMS } from "../ledger/write.ts";
import type { Ledger } from "../ports.ts";
import { type Amend, commit } from "./commit.ts";
import type { Enforced, EnforcePorts } from "./enforce.ts";
import { type Heard, hear } from "./hear.ts";
import { recordTagging } from "./record-tagging.ts";
import type { Rules } from "./rules.ts";

/** How many events are taken in together. */
const TOGETHER = 500;

/**
 * Takes in many events as {@link enforce} does each, with far fewer writes: what several tell of one resource is recorded
 * at once. An event counts as done after all that it tells is recorded, so that nothing is lost where this breaks off.
 *
 * @returns what became of each event, in their order
 */
export async function* enforceMany(
  ports: EnforcePorts,
  rules: Rules,
  events: AsyncIterable<{ readonly record: unknown; readonly now: number }>,
): AsyncGenerator<Enforced> {
  let heard: Heard[] = [];
  for await (const event of events) {
    heard.push(hear(ports.hash, rules, event));
    if (heard.length < TOGETHER) continue;
    yield* await takeIn(ports, rules, heard);
    heard = [];
  }
  yield* await takeIn(ports, rules, heard);
}

async function takeIn(ports: EnforcePorts, rules: Rules, heard: readonly Heard[]): Promise<Enforced[]> {
  if (heard.length === 0) return [];
  const now = Math.max(...heard.map(({ event }) => event.at));
  const byName = new Map<string, Told[]>();
  for (const each of heard.flatMap(({ told }) => told)) {
    const known = byName.get(each.name);
    if (known === undefined) byName.set(each.name, [each]);
    else known.push(each);
  }
  const amend = new Map<string, Amend>();
  for (const [name, learned] of byName) {
    const news = { learned, now };
    amend.set(name, (history) => recordTagging({ ...ports, rules }, history, news));
  }
  await commit(ports.ledger, { amend });
  const isNew = await claimAll(ports.ledger, heard);
  return heard.map(({ event: { eventId, fingerprint, outcome, reason } }, place) => {
    return { eventId, fingerprint, outcome, reason, again: isNew[place] !== true };
  });
}

/** Remembers events, and says of each whether it was new. */
async function claimAll(ledger: Ledger, heard: readonly Heard[]): Promise<boolean[]> {
  const isNew = heard.map(() => false);
  for (let from = 0; from < heard.length; from += TRANSACTION_ITEMS) {
    let waiting = heard
      .slice(from, from + TRANSACTION_ITEMS)
      .map(({ event }, index) => ({ event, place: from + index }));
    while (waiting.length > 0) {
      const written = await ledger.transact(waiting.map(({ event }) => claimOf(event)));
      if (written.done) {
        for (const { place } of waiting) isNew[place] = true;
        break;
      }
      const { refused } = written;
      waiting = waiting.filter((_, index) => !refused.includes(index));
    }
  }
  return isNew;
}

function claimOf(event: EventRecord) {
  return { kind: "event", event } as const;
}

import { isUnreadable, parseEvent } from "../catalog/event.ts";
import type { Config } from "../config/definition.ts";
import { millisecondsOf } from "../config/duration.ts";
import type { Hash, Ledger, Trail } from "../ports.ts";
import type { UnreadableItem } from "../reports/audit/audited.ts";
import type { PriceBook } from "../spend/price.ts";
import { SETTLING } from "../tags/lifecycle/life.ts";
import { drainDue } from "./drain-due.ts";
import type { Enforced } from "./enforce.ts";
import { enforceMany } from "./enforce-many.ts";
import { isForeign } from "./foreign.ts";
import { judgeAnew } from "./judge-anew.ts";
import { loggedInventory } from "./logged-inventory.ts";
import { rulesOf } from "./rules.ts";

/** What a replay needs. */
export interface ReplayPorts {
  readonly trail: Trail;
  readonly ledger: Ledger;
  readonly prices: PriceBook;
  readonly hash: Hash;
}

/** What is replayed. */
export interface ReplayRequest {
  readonly config: Config;
  readonly paths: readonly string[];
  /** The hash of the configuration. */
  readonly configuration: string;
}

/** What was found in a log: what became of an event, or what is wrong at a place. */
export type Replayed = Enforced | UnreadableItem;

const AT_ONCE = 100;

/**
 * Enforces every event of a log that is taken to hold all tagging, and does all work that became due within the log and
 * the longest grace after it. What the log tells stands in for the live tags. Replayed again, it leaves the same.
 *
 * @returns what was found in the log, in its order
 */
export async function* replayLog(
  { trail, ledger, prices, hash }: ReplayPorts,
  { config, paths, configuration }: ReplayRequest,
): AsyncGenerator<Replayed> {
  const rules = rulesOf(config, configuration);
  const clock = { now: 0 };
  const unread: UnreadableItem[] = [];
  for await (const enforced of enforceMany({ ledger, prices, hash }, rules, readable())) {
    yield* unread.splice(0);
    yield enforced;
  }
  yield* unread;
  await judgeAnew({ ledger, prices }, rules, clock.now);
  const end = clock.now + longestGrace(config) + SETTLING;
  for (;;) {
    const [next] = await ledger.due(end, 1);
    if (next?.due == null) return;
    // In the order of time, as it would have been done.
    clock.now = next.due;
    await drainDue({ ledger, inventory: loggedInventory, prices }, rules, { now: clock.now, limit: AT_ONCE });
  }

  async function* readable() {
    for await (const item of trail.read(paths)) {
      if ("problem" in item) {
        unread.push({ foreign: false, ...item });
        continue;
      }
      const { record, place } = item;
      const event = parseEvent(record);
      if (isUnreadable(event)) {
        unread.push({ place, problem: event.unreadable, foreign: isForeign(record) });
        continue;
      }
      clock.now = Math.max(clock.now, event.at);
      yield { record, now: event.at };
    }
  }
}

function longestGrace({ enforcement: { rules, default: defaults } }: Config): number {
  return Math.max(...[defaults, ...rules].map(({ grace = defaults.grace }) => millisecondsOf(grace)));
}

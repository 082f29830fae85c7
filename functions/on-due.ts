import type { ScheduledEvent } from "aws-lambda";
import { type Handler, lambda, type Run } from "./lambda.ts";
import { live } from "./live.ts";
import type { Compose } from "./system.ts";

/** How many resources are looked at together. */
const TOGETHER = 100;
/** How many events go out in one run. */
const MOST_EVENTS = 500;
/** Milliseconds that are left for what is begun. */
const RESERVE = 20_000;

/** What one run came to. */
export interface DueDone {
  readonly done: number;
  readonly missed: number;
  readonly sent: number;
  readonly refused: number;
}

/** Does what is due, for as long as there is time, and hands over the events that wait. */
export function onDue(compose: Compose): Handler<ScheduledEvent, DueDone> {
  return lambda("on-due", compose, async (_, run) => {
    // Whatever becomes of what is due, what was done is told.
    const [drained] = await Promise.allSettled([drain(run)]);
    const published = await publish(run);
    if (drained.status === "rejected") throw drained.reason;
    return { ...drained.value, ...published };
  });
}

async function drain({ system, context, count }: Run) {
  const [{ drainDue }, ledger, rules, inventory] = await Promise.all([
    import("@tagledger/core/flows/drain-due"),
    system.ledger(),
    system.rules(),
    system.inventory(),
  ]);
  const ports = { ledger, inventory, prices: system.prices };
  const total = { done: 0, missed: 0 };
  while (context.getRemainingTimeInMillis() >= RESERVE) {
    const { done, missed } = await drainDue(ports, rules, { now: system.now(), limit: TOGETHER });
    if (done === 0) break;
    total.done += done;
    total.missed += missed;
  }
  count("DueDone", total.done);
  count("DueMissed", total.missed);
  return total;
}

async function publish({ system, count }: Run) {
  const [{ publishEvents }, ledger, bus] = await Promise.all([
    import("@tagledger/core/flows/publish-events"),
    system.ledger(),
    system.bus(),
  ]);
  const published = await publishEvents({ ledger, bus }, { limit: MOST_EVENTS });
  count("EventsSent", published.sent);
  count("EventsRefused", published.refused);
  return published;
}

/** What Lambda calls. */
export const handler = onDue(live);

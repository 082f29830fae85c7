import type { ScheduledEvent } from "aws-lambda";
import { type Handler, lambda, type Run } from "./lambda.ts";
import { liveActing } from "./live-acting.ts";
import type { ActingSystem, Compose } from "./system.ts";

/** How many events go out in one run. */
const MOST_EVENTS = 500;
/** Milliseconds that are left for what is begun. */
const RESERVE = 20_000;

/** What one run came to. */
export interface DueDone {
  /** How many resources were judged anew, because other rules came into force. */
  readonly judgedAnew: number;
  /** How often a resource was looked at to judge it. */
  readonly looked: number;
  /** How often a resource was acted on, or looked at in order to. */
  readonly acted: number;
  /** How often AWS refused what a person has to mend, as a permission. */
  readonly remediesRefused: number;
  /** How many messages no channel took, or not all to which they were given. */
  readonly messagesFailed: number;
  readonly sent: number;
  readonly refused: number;
}

/** Does what is due, for as long as there is time, hands over the events that wait, and says what is left. */
export function onDue(compose: Compose<ActingSystem>): Handler<ScheduledEvent, DueDone> {
  return lambda("on-due", compose, async (_, run) => {
    // Whatever becomes of what is due, what was done is told; whatever becomes of both, what is left is measured.
    const [done] = await Promise.allSettled([workOff(run)]);
    const [published] = await Promise.allSettled([publish(run)]);
    const [measured] = await Promise.allSettled([measure(run)]);
    if (done.status === "rejected") throw done.reason;
    if (published.status === "rejected") throw published.reason;
    if (measured.status === "rejected") throw measured.reason;
    return { ...done.value, ...published.value };
  });
}

/** Does what is due, and counts what came of it also where something failed. */
async function workOff(run: Run<ActingSystem>) {
  const { count } = run;
  const [prepared] = await Promise.allSettled([prepare(run)]);
  if (prepared.status === "rejected") {
    // Nothing was attempted, so that nothing was refused.
    count("RemediesRefused", 0);
    count("MessagesFailed", 0);
    throw prepared.reason;
  }
  const { judgedAnew, work } = prepared.value;
  const { failure, ...worked } = await work();
  count("JudgedAnew", judgedAnew);
  count("DueLooked", worked.looked);
  count("DueActed", worked.acted);
  count("RemediesRefused", worked.remediesRefused);
  count("MessagesFailed", worked.messagesFailed);
  if (failure !== null) throw failure.reason;
  return { judgedAnew, ...worked };
}

/** Has what other rules decide now judged anew, and gives what does the rest. */
async function prepare({ system, context }: Run<ActingSystem>) {
  const [{ takeUp }, { workOff: doWork }, ledger, inForce, remediation] = await Promise.all([
    import("@tagledger/core/flows/take-up"),
    import("@tagledger/core/flows/work"),
    system.ledger(),
    system.inForce(),
    system.remediation(),
  ]);
  const ports = { ...remediation, ledger, prices: system.prices, clock: system.now };
  const judgedAnew = await takeUp(ports, inForce, system.now());
  const isTimeLeft = () => context.getRemainingTimeInMillis() >= RESERVE;
  return { judgedAnew, work: () => doWork(ports, inForce.rules, isTimeLeft) };
}

async function publish({ system, count }: Run<ActingSystem>) {
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

/** What alarms watch: how long the oldest item waits that is left, and how many breakers hold something back. */
async function measure({ system, count }: Run<ActingSystem>): Promise<void> {
  const [{ breakersOpen, oldestDueSeconds }, ledger] = await Promise.all([
    import("@tagledger/core/flows/health"),
    system.ledger(),
  ]);
  const now = system.now();
  count("OldestDueSeconds", await oldestDueSeconds(ledger, now), "Seconds");
  count("BreakersOpen", await breakersOpen(ledger, now));
}

/** What Lambda calls. */
export const handler = onDue(liveActing);

import type { Swept } from "@tagledger/core/flows/sweep";
import type { ScheduledEvent } from "aws-lambda";
import { type Handler, lambda, type Run } from "./lambda.ts";
import { liveSweeping } from "./live-sweeping.ts";
import type { AccountInventory, Compose, SweepingSystem } from "./system.ts";

const HOUR = 3_600_000;
/** Milliseconds that one account may need. */
const RESERVE = 60_000;
const METRICS = {
  found: "SweepFound",
  neverSeen: "SweepNeverSeen",
  drifted: "SweepDrifted",
  vanished: "SweepVanished",
  judgedAnew: "SweepJudgedAnew",
} as const satisfies Record<keyof Swept, string>;

/** What one run came to. */
export interface SweepDone {
  /** Accounts whose resources were held against the ledger. */
  readonly swept: readonly string[];
  /** Accounts whose lists broke off, so that nothing counts as vanished from them. */
  readonly brokenOff: readonly string[];
  /** Accounts that are left for the next run. */
  readonly left: readonly string[];
}

/** Holds what exists in each account against the ledger, and judges anew what an older configuration judged. */
export function onSweep(compose: Compose<SweepingSystem>): Handler<ScheduledEvent, SweepDone> {
  return lambda("sweep", compose, async (_, run) => {
    const { system, context, count } = run;
    const done = { swept: [] as string[], brokenOff: [] as string[], left: [] as string[] };
    for (const each of inTurn(await system.inventories(), system.now())) {
      const { account } = each;
      if (context.getRemainingTimeInMillis() < RESERVE) done.left.push(account);
      else if (await sweepAccount(each, run)) done.swept.push(account);
      else done.brokenOff.push(account);
    }
    // A sweep judges anew as well.
    if (done.swept.length === 0) await judgeAll(run);
    count("SweepsDone", done.swept.length);
    count("SweepsBrokenOff", done.brokenOff.length);
    count("SweepsLeft", done.left.length);
    return done;
  });
}

/** Sweeps one account; one that cannot be listed holds up no other. */
async function sweepAccount(
  { account, inventory }: AccountInventory,
  run: Run<SweepingSystem>,
): Promise<boolean> {
  const { system, logger, count } = run;
  const [{ sweep }, ledger, { rules }] = await Promise.all([
    import("@tagledger/core/flows/sweep"),
    system.ledger(),
    system.inForce(),
  ]);
  try {
    const ports = { ledger, inventory, prices: system.prices };
    const swept = await sweep(ports, rules, { now: system.now() });
    for (const [what, metric] of Object.entries(METRICS)) count(metric, swept[what as keyof Swept]);
    return true;
  } catch (error) {
    logger.error("a sweep broke off", {
      account,
      error: error instanceof Error ? error : new Error(String(error)),
    });
    return false;
  }
}

async function judgeAll({ system, count }: Run<SweepingSystem>): Promise<void> {
  const [{ judgeAnew }, ledger, { rules }] = await Promise.all([
    import("@tagledger/core/flows/judge-anew"),
    system.ledger(),
    system.inForce(),
  ]);
  count(METRICS.judgedAnew, await judgeAnew({ ledger, prices: system.prices }, rules, system.now()));
}

/** All, beginning with another one each hour, so that none is always the one for which no time is left. */
function inTurn<Item>(items: readonly Item[], now: number): readonly Item[] {
  const first = items.length === 0 ? 0 : Math.floor(now / HOUR) % items.length;
  return [...items.slice(first), ...items.slice(0, first)];
}

/** What Lambda calls. */
export const handler = onSweep(liveSweeping);

import { decimalOf, unitsOf } from "../../config/decimal.ts";
import type { Hold, PastDeed, PastDeeds } from "../../ledger/past-deeds.ts";
import type { LedgerWrite } from "../../ledger/write.ts";
import type { Ledger } from "../../ports.ts";
import type { ActingRules } from "../../remediation/acting.ts";
import type { Breaker } from "../../tags/plan/breakers.ts";

const [MINUTE, HOUR] = [60_000, 3_600_000];
const ATTEMPTS = 10;

/** What a breaker held back is tried again within a quarter of an hour, and some minutes are left for that. */
const HOLD_LASTS = 20 * MINUTE;

/** That something is held back: by which breaker, and why, for people. */
interface HeldBack {
  readonly breaker: string;
  readonly why: string;
}

/** Whether something was counted, and written along with that; else why not. */
export type Counted = "done" | "changed" | { readonly refused: string };

/**
 * Counts something that is about to be done, together with what is written of it: all workers heed the same breakers.
 *
 * @returns `changed` where what is written no longer fits
 */
export async function countDeed(
  ledger: Ledger,
  acting: ActingRules,
  deed: PastDeed,
  writes: readonly LedgerWrite[] = [],
): Promise<Counted> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const past = await ledger.deeds();
    const recent = recentOf(past.deeds, deed);
    const held = holdOf(acting, recent, deed);
    if (held !== null) {
      await noteHold(ledger, past, { breaker: held.breaker, at: deed.at });
      return { refused: held.why };
    }
    const count: LedgerWrite = { ...past, kind: "deeds", deeds: [...recent, deed] };
    const written = await ledger.transact([count, ...writes]);
    if (written.done) return "done";
    if (written.refused.some((place) => place > 0)) return "changed";
  }
  return { refused: "others count all the time" };
}

/** Why something is held back at this moment, which is noted; null where nothing holds it. */
export async function heldBack(ledger: Ledger, acting: ActingRules, deed: PastDeed): Promise<string | null> {
  const past = await ledger.deeds();
  const held = holdOf(acting, recentOf(past.deeds, deed), deed);
  if (held === null) return null;
  await noteHold(ledger, past, { breaker: held.breaker, at: deed.at });
  return held.why;
}

/**
 * The breakers that hold something back at an instant.
 *
 * @example holding((await ledger.deeds()).holds, now) // ["account 111122223333", "money"]
 */
export function holding(holds: readonly Hold[], now: number): readonly string[] {
  return holds.filter(({ at }) => now - at < HOLD_LASTS).map(({ breaker }) => breaker);
}

/** Remembers that a breaker held something back, once a minute at most. */
async function noteHold(ledger: Ledger, seen: PastDeeds, hold: Hold): Promise<void> {
  let past = seen;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const known = past.holds.find(({ breaker }) => breaker === hold.breaker);
    if (known !== undefined && hold.at - known.at < MINUTE) return;
    const others = past.holds.filter((each) => each !== known && hold.at - each.at < HOLD_LASTS);
    const written = await ledger.transact([{ ...past, kind: "deeds", holds: [...others, hold] }]);
    if (written.done) return;
    past = await ledger.deeds();
  }
}

function recentOf(deeds: readonly PastDeed[], { at: now }: PastDeed): PastDeed[] {
  return deeds.filter(({ at }) => now - at < HOUR);
}

function holdOf(acting: ActingRules, recent: readonly PastDeed[], deed: PastDeed): HeldBack | null {
  return deed.deed === "quarantine"
    ? quarantineHold(acting, recent, deed)
    : restartHold(acting, recent, deed);
}

function quarantineHold(
  { breaker }: ActingRules,
  recent: readonly PastDeed[],
  deed: PastDeed,
): HeldBack | null {
  const past = recent.filter((each) => each.deed === "quarantine").map(priced);
  const open = breaker(past, priced(deed), deed.at);
  if (open === "closed") return null;
  const breakerName = open.open === "account" ? `account ${deed.account ?? "unknown"}` : open.open;
  return { breaker: breakerName, why: holdText(open) };
}

function holdText(open: Exclude<Breaker, "closed">): string {
  switch (open.open) {
    case "account":
      return `it would be quarantine ${open.counted} of this account within an hour; at most ${open.limit}`;
    case "organization":
      return `it would be quarantine ${open.counted} of all accounts within an hour; at most ${open.limit}`;
    case "money":
      return `what is quarantined within an hour would cost ${decimalOf(open.counted)} USD an hour; at most ${decimalOf(open.limit)}`;
  }
}

function restartHold(
  { restartsPerHour }: ActingRules,
  recent: readonly PastDeed[],
  deed: PastDeed,
): HeldBack | null {
  const others = recent.filter((each) => each.deed === "release");
  const restarted = others.reduce((sum, each) => sum + priceOf(each), 0n);
  const total = restarted + priceOf(deed);
  // What alone is more than that would never be given back.
  if (total <= restartsPerHour || restarted === 0n) return null;
  const why = `what is restarted within an hour would cost ${decimalOf(total)} USD an hour; at most ${decimalOf(restartsPerHour)}`;
  return { breaker: "restarts", why };
}

function priceOf(deed: PastDeed): bigint {
  return priced(deed).usdPerHour ?? 0n;
}

function priced({ account, at, usdPerHour }: PastDeed) {
  return { account, at, usdPerHour: usdPerHour === null ? null : (unitsOf(usdPerHour) ?? null) };
}

import { decimalOf, unitsOf } from "../../config/decimal.ts";
import type { PastDeed } from "../../ledger/past-deeds.ts";
import type { LedgerWrite } from "../../ledger/write.ts";
import type { Ledger } from "../../ports.ts";
import type { ActingRules } from "../../remediation/acting.ts";
import type { Breaker } from "../../tags/plan/breakers.ts";

const HOUR = 3_600_000;
const ATTEMPTS = 10;

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
    const { version, deeds } = await ledger.deeds();
    const recent = recentOf(deeds, deed);
    const hold = holdOf(acting, recent, deed);
    if (hold !== null) return { refused: hold };
    const count: LedgerWrite = { kind: "deeds", version, deeds: [...recent, deed] };
    const written = await ledger.transact([count, ...writes]);
    if (written.done) return "done";
    if (written.refused.some((place) => place > 0)) return "changed";
  }
  return { refused: "others count all the time" };
}

/** Why something is held back at this moment; null where nothing holds it. */
export async function heldBack(ledger: Ledger, acting: ActingRules, deed: PastDeed): Promise<string | null> {
  const { deeds } = await ledger.deeds();
  return holdOf(acting, recentOf(deeds, deed), deed);
}

function recentOf(deeds: readonly PastDeed[], { at: now }: PastDeed): PastDeed[] {
  return deeds.filter(({ at }) => now - at < HOUR);
}

function holdOf(acting: ActingRules, recent: readonly PastDeed[], deed: PastDeed): string | null {
  return deed.deed === "quarantine"
    ? quarantineHold(acting, recent, deed)
    : restartHold(acting, recent, deed);
}

function quarantineHold(
  { breaker }: ActingRules,
  recent: readonly PastDeed[],
  deed: PastDeed,
): string | null {
  const past = recent.filter((each) => each.deed === "quarantine").map(priced);
  return holdText(breaker(past, priced(deed), deed.at));
}

function holdText(open: Breaker): string | null {
  if (open === "closed") return null;
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
): string | null {
  const others = recent.filter((each) => each.deed === "release");
  const restarted = others.reduce((sum, each) => sum + priceOf(each), 0n);
  const total = restarted + priceOf(deed);
  // What alone is more than that would never be given back.
  return total <= restartsPerHour || restarted === 0n
    ? null
    : `what is restarted within an hour would cost ${decimalOf(total)} USD an hour; at most ${decimalOf(restartsPerHour)}`;
}

function priceOf(deed: PastDeed): bigint {
  return priced(deed).usdPerHour ?? 0n;
}

function priced({ account, at, usdPerHour }: PastDeed) {
  return { account, at, usdPerHour: usdPerHour === null ? null : (unitsOf(usdPerHour) ?? null) };
}

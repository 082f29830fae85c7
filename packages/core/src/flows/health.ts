import type { Ledger } from "../ports.ts";
import { holding } from "./remediate/breaker.ts";

/**
 * Since when the item is due that waits longest, in epoch milliseconds; null where none is due.
 *
 * @param now epoch milliseconds
 */
export async function oldestDue(ledger: Pick<Ledger, "due">, now: number): Promise<number | null> {
  const [oldest] = await ledger.due(now, 1);
  return oldest?.due ?? null;
}

/**
 * How long the item has waited that waits longest, in seconds; 0 where none is due.
 *
 * @param now epoch milliseconds
 * @example await oldestDueSeconds(ledger, now) // 90
 */
export async function oldestDueSeconds(ledger: Pick<Ledger, "due">, now: number): Promise<number> {
  const since = await oldestDue(ledger, now);
  return since === null ? 0 : (now - since) / 1_000;
}

/**
 * How many breakers hold something back: per account, per organization, by money, and what may start again.
 *
 * @param now epoch milliseconds
 * @example await breakersOpen(ledger, now) // 2
 */
export async function breakersOpen(ledger: Pick<Ledger, "deeds">, now: number): Promise<number> {
  return holding((await ledger.deeds()).holds, now).length;
}

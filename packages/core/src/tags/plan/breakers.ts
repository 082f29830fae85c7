import { unitsOf } from "../../config/decimal.ts";
import type { Config } from "../../config/definition.ts";

/** Amounts in units of 10^-24 US dollars. */
type Units = bigint;

/** A quarantine that was done, or is about to be. */
export type Action = {
  readonly account: string | null;
  /** What the resource costs an hour; null where nobody knows. */
  readonly usdPerHour: Units | null;
};

/** A quarantine that was done, and when, in epoch milliseconds. */
export type PastAction = Action & { readonly at: number };

/** Whether a quarantine may go ahead; else the limit that it would exceed, and what it would come to. */
export type Breaker =
  | "closed"
  | { readonly open: "account" | "organization"; readonly limit: number; readonly counted: number }
  | { readonly open: "money"; readonly limit: Units; readonly counted: Units };

/** Holds a quarantine against those of the last hour, in any order. */
export type Breakers = (recent: readonly PastAction[], proposed: Action, now: number) => Breaker;

const HOUR = 3_600_000;

/**
 * Compiles `enforcement.breaker`. The hour slides: what was done 60 minutes ago no longer counts.
 *
 * @example breakers(config)(recent, { account: "111122223333", usdPerHour: null }, now)
 * // { open: "account", limit: 5, counted: 6 }
 */
export function breakers({ enforcement: { breaker } }: Config): Breakers {
  const { perAccountPerHour, perOrganizationPerHour } = breaker;
  // A limit that cannot be read lets nothing through.
  const usdPerHour = unitsOf(breaker.usdPerHour) ?? 0n;

  return (recent, proposed, now) => {
    // A clock that is ahead does not make an action uncounted.
    const counting = recent.filter(({ at }) => now - at < HOUR);
    const inAccount = counting.filter(({ account }) => account === proposed.account).length + 1;
    if (inAccount > perAccountPerHour)
      return { open: "account", limit: perAccountPerHour, counted: inAccount };
    const inAll = counting.length + 1;
    if (inAll > perOrganizationPerHour) {
      return { open: "organization", limit: perOrganizationPerHour, counted: inAll };
    }
    const counted = [...counting, proposed].reduce((sum, action) => sum + priceOf(action), 0n);
    const isOver = counted > usdPerHour || (isUnknown(proposed) && counted === usdPerHour);
    return isOver ? { open: "money", limit: usdPerHour, counted } : "closed";
  };
}

/**
 * An unknown price adds nothing, as no number would be right, and the counts bound it. But it is not free: it is more
 * than nothing, which does not fit where nothing is left of the limit.
 */
function isUnknown({ usdPerHour }: Action): boolean {
  return usdPerHour === null;
}

/** A price below zero must not make room for others. */
function priceOf({ usdPerHour }: Action): Units {
  return usdPerHour === null || usdPerHour < 0n ? 0n : usdPerHour;
}

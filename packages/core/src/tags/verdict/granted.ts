import type { Exemption } from "./exemptions.ts";

/** That a person exempted one resource, because somebody asked for it. */
export type Granted = {
  /** The id of what was asked for. */
  readonly request: string;
  readonly reason: string;
  /** Who answers for it; null where that is nobody. */
  readonly owner: string | null;
  /** Epoch milliseconds. */
  readonly from: number;
  /** The first instant at which it holds no more, in epoch milliseconds. */
  readonly until: number;
};

/**
 * The exemption that holds at an instant: of several the one that ends last; null where there is none.
 *
 * @example grantedAt(life.granted, Date.now())?.rule // "request 5d41402abc4b2a76"
 */
export function grantedAt(granted: readonly Granted[], now: number): Exemption | null {
  const [last] = granted
    .filter(({ from, until }) => from <= now && now < until)
    .sort((a, b) => b.until - a.until);
  if (last === undefined) return null;
  const { request, reason, owner, until } = last;
  return { rule: `request ${request}`, reason, owner, until: new Date(until).toISOString() };
}

/** When the last exemption ended that was granted, in epoch milliseconds; null where none did. */
export function lapsedGrant(granted: readonly Granted[], now: number): number | null {
  const ends = granted.filter(({ from, until }) => from < until && until <= now).map(({ until }) => until);
  return ends.length === 0 ? null : Math.max(...ends);
}

import type { Destination } from "../costs/attribution/destination.ts";
import type { Basis } from "../costs/charge.ts";
import type { Amount } from "../costs/money.ts";
import type { MonthCell } from "../reports/month/cell.ts";

/** Whose money a detail tells of, once pools are divided: a team's, nobody's, or what is not ours to explain. */
export type DetailHolder =
  | { readonly kind: "team"; readonly name: string }
  | { readonly kind: "unallocated" }
  | { readonly kind: "excluded" };

/** What one holder's money of a month comes to, as finely as the bill and its division tell. */
export interface Detail {
  readonly holder: DetailHolder;
  /** `YYYY-MM` */
  readonly period: string;
  readonly basis: Basis;
  readonly currency: string;
  /** The sum of the cells: what the snapshot says of the holder, to the last digit. */
  readonly total: Amount;
  /** None of 0; ordered, and no two that differ in nothing but the amount. */
  readonly cells: readonly MonthCell[];
}

/** What is known of a detail without reading it. */
export interface DetailEntry {
  readonly holder: DetailHolder;
  /** The SHA-256 of its text, the same wherever the same was kept. */
  readonly hash: string;
  readonly currency: string;
  readonly cells: number;
  readonly total: Amount;
}

/** A detail as it is stored. */
export interface DetailBytes {
  /** {@link DetailEntry.hash} */
  readonly hash: string;
  /** The JSON text of the columns, compressed by Brotli. */
  readonly bytes: Uint8Array;
}

/** Whose money ends at a destination; null for a pool, which is divided. */
export function detailHolderOf(destination: Destination): DetailHolder | null {
  switch (destination.kind) {
    case "direct": {
      const { team } = destination.leaf;
      return team === null ? { kind: "unallocated" } : { kind: "team", name: team };
    }
    case "unallocated":
      return { kind: "unallocated" };
    case "excluded":
      return { kind: "excluded" };
    case "pool":
      return null;
  }
}

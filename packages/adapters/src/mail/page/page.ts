import type { Amount } from "@tagledger/core/costs/money";

/** One line of a mail: what, how much, and what is to be known of it. All texts may hold anybody's names. */
export interface Row {
  readonly name: string;
  readonly details: readonly string[];
  /** A line for a shell; null where there is none. */
  readonly code: string | null;
  /** Null where it has none. */
  readonly amount: Amount | null;
  /** Whether it is a difference, whose sign is shown. */
  readonly isChange: boolean;
  /** Beside the amount, as its part of a whole. */
  readonly aside: string | null;
}

/** A part of a mail. */
export interface Section {
  readonly title: string;
  readonly note: string | null;
  readonly rows: readonly Row[];
  /** What the rows sum to; null where they sum to nothing that is told. */
  readonly total: Row | null;
}

/** A part of a whole, as a bar shows it. */
export interface Part {
  readonly name: string;
  readonly amount: Amount;
}

/** All that a mail says, before it is HTML or text. */
export interface Page {
  /** One line. */
  readonly subject: string;
  /** Whose it is. */
  readonly title: string;
  /** As in `August 2026`. */
  readonly month: string;
  readonly currency: string;
  readonly state: "draft" | "final";
  readonly stateWords: string;
  readonly amount: Amount;
  /** By how much that differs from the month before; null where nothing is known of that. */
  readonly change: string | null;
  /** Sum to the amount. */
  readonly parts: readonly Part[];
  readonly sections: readonly Section[];
  /** Where the figures come from. */
  readonly footing: readonly string[];
  readonly link: string | null;
}

/** A row with nothing but what is given. */
export function row(name: string, amount: Amount | null, more: Partial<Row> = {}): Row {
  return { name, amount, details: [], code: null, isChange: false, aside: null, ...more };
}

import type { ReportAnswer } from "../api/answers.ts";
import type { Look } from "../charts/looks.ts";
import { type Amount, parseAmount, sum } from "../money/amount.ts";

/** One of the figures that a whole is the sum of, or the whole. */
export interface Term {
  readonly label: string;
  readonly look: Look;
  readonly amount: Amount;
}

/** A whole and its parts, and what one has over the other: nothing, if every digit is there once. */
export interface Proof {
  readonly whole: Term;
  /** The whole in the middle of a sentence. */
  readonly called: string;
  readonly parts: readonly Term[];
  readonly difference: Amount;
}

/** The bill and where it ended. */
export function billProof({ totals }: ReportAnswer): Proof {
  return prove("the bill", { label: "The bill", look: "bill", amount: parseAmount(totals.bill) }, [
    { label: "Direct", look: "direct", amount: parseAmount(totals.direct) },
    { label: "Shared fees", look: "shared", amount: parseAmount(totals.shared) },
    { label: "Unallocated", look: "unallocated", amount: parseAmount(totals.unallocated) },
    { label: "Out of scope", look: "excluded", amount: parseAmount(totals.excluded) },
  ]);
}

/** What a team bears, and how it came to it. */
export function teamProof({ totals }: ReportAnswer): Proof {
  return prove("the total", { label: "Total", look: "bill", amount: parseAmount(totals.bill) }, [
    { label: "Direct", look: "direct", amount: parseAmount(totals.direct) },
    { label: "Shared fees", look: "shared", amount: parseAmount(totals.shared) },
  ]);
}

function prove(called: string, whole: Term, parts: readonly Term[]): Proof {
  return { whole, called, parts, difference: whole.amount - sum(parts.map(({ amount }) => amount)) };
}

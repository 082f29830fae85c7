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

/** What is shown of the bill, and where that ended: of all that whoever looks may see. */
export function proofOf({ totals, teams, where }: ReportAnswer): Proof {
  const isBill = teams === null && Object.keys(where).length === 0;
  const whole: Term = {
    label: isBill ? "The bill" : "Total",
    look: "bill",
    amount: parseAmount(totals.bill),
  };
  return prove(isBill ? "the bill" : "the total", whole, [
    { label: "Direct", look: "direct", amount: parseAmount(totals.direct) },
    { label: "Shared fees", look: "shared", amount: parseAmount(totals.shared) },
    ...told("Unallocated", "unallocated", totals.unallocated, isBill),
    ...told("Out of scope", "excluded", totals.excluded, isBill),
  ]);
}

// What is not for whoever looks is no term, nor is what a filter leaves nothing of.
function told(label: string, look: Look, text: string | null, isBill: boolean): readonly Term[] {
  const amount = text === null ? null : parseAmount(text);
  return amount === null || (amount === 0n && !isBill) ? [] : [{ label, look, amount }];
}

function prove(called: string, whole: Term, parts: readonly Term[]): Proof {
  return { whole, called, parts, difference: whole.amount - sum(parts.map(({ amount }) => amount)) };
}

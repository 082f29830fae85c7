import type { Verdict } from "@tagledger/core/tags/verdict/judge";

/** Which resources are listed: those that a line can put right, those of one verdict, or all. */
export type VerdictChoice = "to-fix" | Verdict | "all";

/** What each choice is called, and which verdicts it lists; of all of them none needs to be asked for. */
export const CHOICES: Readonly<
  Record<VerdictChoice, { readonly says: string; readonly verdicts: readonly Verdict[] }>
> = {
  "to-fix": { says: "To fix", verdicts: ["violating", "repairable"] },
  violating: { says: "Violating", verdicts: ["violating"] },
  repairable: { says: "Repairable", verdicts: ["repairable"] },
  undecided: { says: "Undecided", verdicts: ["undecided"] },
  exempt: { says: "Exempt", verdicts: ["exempt"] },
  compliant: { says: "Compliant", verdicts: ["compliant"] },
  all: { says: "All", verdicts: [] },
};

/** What is listed unasked. */
export const FIRST_CHOICE: VerdictChoice = "to-fix";

/** All choices in the order in which they are offered. */
export const ALL_CHOICES = Object.keys(CHOICES).filter(isChoice);

/** Whether a word is a choice. */
export function isChoice(word: string): word is VerdictChoice {
  return Object.hasOwn(CHOICES, word);
}

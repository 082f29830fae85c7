import type { ResourceCountsView } from "@tagledger/core/ledger/view/resource";
import { CHOICES, type VerdictChoice } from "../state/verdict-choice.ts";

/** How many resources a choice lists. */
export function countOf({ total, verdicts }: ResourceCountsView, choice: VerdictChoice): number {
  const wanted = CHOICES[choice].verdicts;
  if (wanted.length === 0) return total;
  return verdicts.reduce(
    (sum, { value, count }) => (wanted.some((each) => each === value) ? sum + count : sum),
    0,
  );
}

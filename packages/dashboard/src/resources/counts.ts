import type { ResourceCountsView } from "@tagledger/core/ledger/view/resource";
import { CHOICES, type Choice } from "../state/choice.ts";

/** How many resources a choice lists. */
export function countOf({ total, verdicts }: ResourceCountsView, choice: Choice): number {
  const wanted = CHOICES[choice].verdicts;
  if (wanted.length === 0) return total;
  return verdicts.reduce(
    (sum, { value, count }) => (wanted.some((each) => each === value) ? sum + count : sum),
    0,
  );
}

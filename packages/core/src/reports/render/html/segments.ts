import type { Dimension } from "../../../config/definition/match.ts";
import type { Amount } from "../../../costs/money.ts";
import type { LeafAmount } from "../../report.ts";
import { largestFirst } from "../wording/order.ts";
import { missingWords } from "../wording/words.ts";
import { fold } from "./fold.ts";
import type { Label } from "./label.ts";

/** One part of a bar. */
export interface Segment {
  readonly label: Label;
  readonly amount: Amount;
  /** The class that gives the part its colour and pattern. */
  readonly look: string;
}

/** A team's direct cost by the values of one dimension, the largest first, and so many at most. */
export function directSegments(
  leaves: readonly LeafAmount[],
  dimension: Dimension,
  most: number,
  lookOf: (value: string, rank: number) => string,
): readonly Segment[] {
  const sums = new Map<string | null, Amount>();
  for (const { leaf, direct } of leaves) {
    if (direct !== 0n) sums.set(leaf[dimension], (sums.get(leaf[dimension]) ?? 0n) + direct);
  }
  const segments = [...sums]
    .filter(([, amount]) => amount !== 0n)
    .sort(largestFirst(([, amount]) => (amount < 0n ? -amount : amount)))
    .map(
      ([value, amount], rank): Segment => ({
        label: { kind: "value", value, missing: missingWords(dimension) },
        amount,
        look: value === null ? "nothing" : lookOf(value, rank),
      }),
    );
  return fold(segments, most, (rest) => ({
    label: { kind: "others", count: rest.length, what: `${dimension}s` },
    amount: rest.reduce((total, { amount }) => total + amount, 0n),
    look: "others",
  }));
}

/** The part of a bar that came through pools; nothing where no pool was shared. */
export function sharedSegments(shared: Amount): readonly Segment[] {
  return shared === 0n
    ? []
    : [{ label: { kind: "words", words: "shared fees" }, amount: shared, look: "shared" }];
}

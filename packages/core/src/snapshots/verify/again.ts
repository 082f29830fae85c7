import type { DividedBill } from "../make.ts";
import { makeSnapshot } from "../make.ts";
import type { Snapshot } from "../snapshot.ts";
import { differing } from "./differing.ts";
import { type Proof, proof, unproven } from "./proof.ts";

/** A bill divided anew, as a snapshot says that it was. */
export interface DividedAnew extends DividedBill {
  /** How many lines were read. */
  readonly lines: number;
}

const SAME_ID = "its id follows from the kept bill, usage and configuration";
const SAME_FIGURES = "every figure follows from the kept bill, usage and configuration";
const CONSEQUENCES = ["report", "pools", "followed"] as const;

/** Proves that a snapshot follows from what it was made of. */
export function proofsOfAgain(
  snapshot: Snapshot,
  again: DividedAnew,
  sha256: (text: string) => string,
): Proof[] {
  const lines = `${again.lines} lines of the bill, ${snapshot.usage.length} rows of usage`;
  const made = makeSnapshot(again, snapshot, sha256);
  const others = CONSEQUENCES.flatMap((name) => differing(snapshot[name], made[name], name));
  const isSame = made.id === snapshot.id;
  return [
    proof(SAME_ID, made.id, isSame ? [] : [`kept ${snapshot.id}, recomputed ${made.id}`]),
    proof(SAME_FIGURES, lines, [
      ...differing(
        { period: snapshot.period, currency: snapshot.currency, basis: snapshot.basis },
        { period: made.period, currency: made.currency, basis: made.basis },
        "snapshot",
      ),
      ...others,
    ]),
  ];
}

/** The same where the bill is not kept any more. */
export function unprovenAgain(why: string): Proof[] {
  return [unproven(SAME_ID, why), unproven(SAME_FIGURES, why)];
}

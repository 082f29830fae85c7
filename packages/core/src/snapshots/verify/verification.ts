import { canonicalConfig } from "../../config/canonical.ts";
import type { Report } from "../../reports/report.ts";
import { digestOf } from "../canonical.ts";
import type { Snapshot } from "../snapshot.ts";
import { type DividedAnew, proofsOfAgain, unprovenAgain } from "./again.ts";
import { proofsOfPools } from "./pools.ts";
import { AS_KEPT, type Proof, proof } from "./proof.ts";
import { proofsOfSums } from "./sums.ts";

/** What was proven of a snapshot. */
export interface Verification extends Pick<Snapshot, "id" | "period" | "basis" | "at" | "bills" | "digest"> {
  /** Null where the snapshot cannot be read. */
  readonly currency: string | null;
  /** Whether nothing contradicts it. */
  readonly holds: boolean;
  /** Whether it was recomputed from the bill. */
  readonly recomputed: boolean;
  readonly proofs: readonly Proof[];
}

/** What a snapshot is verified by besides its own bill. */
export interface Verifying {
  readonly sha256: (text: string) => string;
  /** The digest that it was kept under; its own where that is left out. */
  readonly kept?: string;
  /** What the snapshot before reported, where that is kept. */
  readonly previous?: Report | null;
}

/**
 * Puts every statement of a snapshot to the test.
 *
 * @param again the bill divided anew, or why that cannot be done
 * @example verification(snapshot, again, { sha256 }).holds // true
 */
export function verification(
  snapshot: Snapshot,
  again: DividedAnew | { readonly gone: string },
  { sha256, kept = snapshot.digest, previous = null }: Verifying,
): Verification {
  const { id, period, currency, basis, at, bills, digest } = snapshot;
  const digested = digestOf(snapshot, sha256);
  const configured = sha256(canonicalConfig(snapshot.config));
  const proofs = [
    proof(
      AS_KEPT,
      kept,
      digested === kept && digest === kept ? [] : [`${id}: kept ${kept}, recomputed ${digested}`],
    ),
    proof(
      "its configuration is the one whose hash it names",
      snapshot.configuration,
      configured === snapshot.configuration
        ? []
        : [`kept ${snapshot.configuration}, recomputed ${configured}`],
    ),
    ...("gone" in again ? unprovenAgain(again.gone) : proofsOfAgain(snapshot, again, sha256)),
    ...proofsOfPools(snapshot),
    ...proofsOfSums(snapshot, previous),
  ];
  return {
    ...{ id, period, currency, basis, at, bills, digest },
    holds: proofs.every(({ holds }) => holds !== false),
    recomputed: !("gone" in again),
    proofs,
  };
}

import type { ChargeGroup } from "../charge.ts";
import { type EstablishedAmount, EstablishedTotals } from "./established.ts";
import { Fingerprint, type Sha256 } from "./fingerprint.ts";
import { type OnPlaced, type PlacedCharges, type PlacingInput, placeCharges } from "./place-charges.ts";
import { Reconciliation } from "./reconcile.ts";

/** A bill of one period and currency, every charge where it counts before pools are divided, and the proofs of that. */
export interface Attributed extends PlacedCharges {
  readonly currency: string;
  readonly reconciliation: Reconciliation;
  /** Direct cost by how its team was established. */
  readonly established: readonly EstablishedAmount[];
  /** How many lines each rule of the configuration decided, by its place there. */
  readonly ruleHits: ReadonlyMap<string, number>;
  /** Changes with any charge, never with the order or the files they came in. */
  readonly fingerprint: string;
}

/** What the attribution of a bill needs besides its charges. */
export interface AttributionInput extends PlacingInput {
  readonly sha256: Sha256;
}

/** Who wants to hear of each charge where it counts. */
export interface AttributionObserver {
  readonly placed?: OnPlaced;
}

/** Says where every charge of a bill counts, and proves that none is lost. */
export async function attribute(
  charges: AsyncIterable<readonly ChargeGroup[]>,
  { sha256, ...input }: AttributionInput,
  observer: AttributionObserver = {},
): Promise<Attributed> {
  const reconciliation = new Reconciliation();
  const fingerprint = new Fingerprint(sha256);
  const established = new EstablishedTotals();
  const ruleHits = new Map<string, number>();
  const placed = await placeCharges(charges, input, (group, index, placement) => {
    observer.placed?.(group, index, placement);
    const { destination, teamBy, rules } = placement;
    if (index !== null && destination.kind === "direct" && teamBy !== null)
      established.add(index, destination.leaf, teamBy, group.amount);
    reconciliation.add(group);
    fingerprint.add(group);
    for (const rule of rules) ruleHits.set(rule, (ruleHits.get(rule) ?? 0) + group.lines);
  });
  return {
    ...placed,
    currency: input.currency,
    reconciliation,
    established: established.within(placed.totals),
    ruleHits,
    fingerprint: fingerprint.digest(),
  };
}

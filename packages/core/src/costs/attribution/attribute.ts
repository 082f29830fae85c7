import type { Config } from "../../config/definition.ts";
import type { Basis, ChargeGroup } from "../charge.ts";
import { type EstablishedAmount, EstablishedTotals } from "./established.ts";
import { Fingerprint, type Sha256 } from "./fingerprint.ts";
import { Following } from "./follow.ts";
import type { FollowedTotal } from "./followed-totals.ts";
import { type Placement, placer } from "./place.ts";
import { Reconciliation } from "./reconcile.ts";
import { Totals } from "./totals.ts";

/** A bill of one period and currency, every charge where it counts before pools are divided. */
export interface Attributed {
  readonly currency: string;
  readonly totals: Totals;
  /** What of the totals followed other charges. */
  readonly followed: readonly FollowedTotal[];
  /** What of each destination follows others on further bases. */
  readonly followedBesides: Readonly<Partial<Record<Basis, readonly FollowedTotal[]>>>;
  readonly reconciliation: Reconciliation;
  /** Direct cost by how its team was established. */
  readonly established: readonly EstablishedAmount[];
  /** How many lines each rule of the configuration decided, by its place there. */
  readonly ruleHits: ReadonlyMap<string, number>;
  /** Changes with any charge, never with the order or the files they came in. */
  readonly fingerprint: string;
}

/** What the attribution of a bill needs besides its charges. */
export interface AttributionInput {
  readonly config: Config;
  readonly currency: string;
  /** The keys whose raw values the charges hold, in that order. */
  readonly tagKeys: readonly string[];
  /** The instants (epoch milliseconds, ascending) that the charges' epochs count. */
  readonly instants: readonly number[];
  readonly sha256: Sha256;
  /** Further bases that the charges tell, on which charges follow others as well. */
  readonly besides?: readonly Basis[];
}

/** Who wants to hear of each charge where it counts. */
export interface AttributionObserver {
  /** Hears the index of the destination in the totals, null for a charge that follows others; and what decided. */
  readonly placed?: (group: ChargeGroup, destination: number | null, placement: Placement) => void;
}

/** Says where every charge of a bill counts, in constant memory for a given configuration. */
export async function attribute(
  charges: AsyncIterable<readonly ChargeGroup[]>,
  { config, currency, tagKeys, instants, sha256, besides = [] }: AttributionInput,
  { placed }: AttributionObserver = {},
): Promise<Attributed> {
  const place = placer(config, tagKeys);
  const totals = new Totals();
  const following = new Following(totals);
  const followingBesides = besides.map((basis) => [basis, new Following(totals)] as const);
  const reconciliation = new Reconciliation();
  const fingerprint = new Fingerprint(sha256);
  const established = new EstablishedTotals();
  const ruleHits = new Map<string, number>();

  for await (const groups of charges) {
    for (const group of groups) {
      const at = instants[group.epoch - 1] ?? Number.NEGATIVE_INFINITY;
      const placement = place(group, at);
      const { destination, follows, followable, teamBy, rules } = placement;
      if (follows !== null) {
        following.addFollower(follows, group, destination, group.amount);
        for (const [basis, other] of followingBesides)
          other.addFollower(follows, group, destination, group.besides?.[basis]?.amount ?? 0n);
        placed?.(group, null, placement);
      } else {
        const index = totals.add(destination, group.amount);
        placed?.(group, index, placement);
        if (destination.kind === "direct" && teamBy !== null)
          established.add(index, destination.leaf, teamBy, group.amount);
        if (followable) {
          following.addBase(group, group.followed, index, group.positive);
          for (const [basis, other] of followingBesides)
            other.addBase(group, group.followed, index, group.besides?.[basis]?.positive ?? 0n);
        }
      }
      reconciliation.add(group);
      fingerprint.add(group);
      for (const rule of rules) ruleHits.set(rule, (ruleHits.get(rule) ?? 0) + group.lines);
    }
  }
  const followed = following.settle(totals, currency);
  return {
    currency,
    totals,
    followed,
    followedBesides: Object.fromEntries(
      followingBesides.map(([basis, other]) => [basis, other.settle(new Totals(), currency)]),
    ),
    reconciliation,
    established: established.within(totals),
    ruleHits,
    fingerprint: fingerprint.digest(),
  };
}

import type { Config } from "../../config/definition.ts";
import type { Basis, ChargeGroup } from "../charge.ts";
import { Following } from "./follow.ts";
import type { FollowedTotal } from "./followed-totals.ts";
import { type Placement, placer } from "./place.ts";
import { Totals } from "./totals.ts";

/** Charges where they count before pools are divided. */
export interface PlacedCharges {
  readonly totals: Totals;
  /** What of the totals followed other charges. */
  readonly followed: readonly FollowedTotal[];
  /** What of each destination follows others on further bases. */
  readonly followedBesides: Readonly<Partial<Record<Basis, readonly FollowedTotal[]>>>;
}

/** What the placing of charges needs besides them. */
export interface PlacingInput {
  readonly config: Config;
  readonly currency: string;
  /** The keys whose raw values the charges hold, in that order. */
  readonly tagKeys: readonly string[];
  /** The instants (epoch milliseconds, ascending) that the charges' epochs count. */
  readonly instants: readonly number[];
  /** Further bases that the charges tell, on which charges follow others as well. */
  readonly besides?: readonly Basis[];
}

/** Hears the index of the destination in the totals, null for a charge that follows others; and what decided. */
export type OnPlaced = (group: ChargeGroup, destination: number | null, placement: Placement) => void;

/** Puts every charge of a bill where it counts, in constant memory for a given number of destinations. */
export async function placeCharges(
  charges: AsyncIterable<readonly ChargeGroup[]>,
  { config, currency, tagKeys, instants, besides = [] }: PlacingInput,
  placed: OnPlaced,
): Promise<PlacedCharges> {
  const place = placer(config, tagKeys);
  const totals = new Totals();
  const following = new Following(totals);
  const followingBesides = besides.map((basis) => [basis, new Following(totals)] as const);

  for await (const groups of charges) {
    for (const group of groups) {
      const at = instants[group.epoch - 1] ?? Number.NEGATIVE_INFINITY;
      const placement = place(group, at);
      const { destination, follows, followable } = placement;
      if (follows !== null) {
        following.addFollower(follows, group, destination, group.amount);
        for (const [basis, other] of followingBesides)
          other.addFollower(follows, group, destination, group.besides?.[basis]?.amount ?? 0n);
        placed(group, null, placement);
        continue;
      }
      const index = totals.add(destination, group.amount);
      placed(group, index, placement);
      if (!followable) continue;
      following.addBase(group, group.followed, index, group.positive);
      for (const [basis, other] of followingBesides)
        other.addBase(group, group.followed, index, group.besides?.[basis]?.positive ?? 0n);
    }
  }
  return {
    totals,
    followed: following.settle(totals, currency),
    followedBesides: Object.fromEntries(
      followingBesides.map(([basis, other]) => [basis, other.settle(new Totals(), currency)]),
    ),
  };
}

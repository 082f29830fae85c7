import type { PolicyKind } from "../../config/definition/costs.ts";
import { apportion } from "../apportion.ts";
import type { ChargeFacts } from "../charge.ts";
import { canonicalResource, type ResourcePlace } from "../matching/resource.ts";
import type { Amount } from "../money.ts";
import { type Destination, destinationKey } from "./destination.ts";
import { FollowedBases } from "./followed-bases.ts";
import { type FollowedOf, type FollowedTotal, FollowedTotals, widened } from "./followed-totals.ts";
import type { Totals } from "./totals.ts";

const NONE: FollowedOf = { account: undefined, service: undefined };

/** What is known of a charge that follows others. */
type FollowFacts = Pick<ChargeFacts, keyof ResourcePlace>;

interface Follower extends FollowFacts {
  readonly kind: PolicyKind;
  readonly otherwise: Destination;
  amount: Amount;
}

/**
 * The charges that follow others, and the positive amounts that they follow, at each level: same resource,
 * account and service, account, bill.
 */
export class Following {
  readonly #followers = new Map<string, Follower>();
  readonly #bases: FollowedBases;

  /** @param destinations the totals that know by its index where each charge counts that others may follow */
  constructor(destinations: Totals) {
    this.#bases = new FollowedBases(destinations);
  }

  /** Adds what others may follow: a charge that no policy places, and the index of where it counts. */
  addBase(facts: FollowFacts, followed: boolean, index: number, positive: Amount): void {
    if (positive === 0n) return;
    const resource = followed && facts.resource !== "" ? canonicalResource(facts) : null;
    this.#bases.add({ resource, account: facts.account, service: facts.service }, index, positive);
  }

  /** Adds a charge that follows, and where it counts if there is nothing to follow. */
  addFollower(kind: PolicyKind, facts: FollowFacts, otherwise: Destination, amount: Amount): void {
    const { resource, account, region, service } = facts;
    const key = [kind, resource, account, region, service, destinationKey(otherwise)].join("\u0002");
    const known = this.#followers.get(key);
    if (known === undefined) {
      this.#followers.set(key, { kind, resource, account, region, service, otherwise, amount });
    } else known.amount += amount;
  }

  /**
   * Divides all followers over their bases into the totals, each sum per kind and level rounded once.
   *
   * @returns what was added to the totals
   */
  settle(totals: Totals, currency: string): FollowedTotal[] {
    const followed = new FollowedTotals(totals);
    const sums = new Map<string, { kind: PolicyKind; level: string; of: FollowedOf; amount: Amount }>();
    for (const follower of this.#followers.values()) {
      const resource = follower.resource === "" ? null : canonicalResource(follower);
      const level = this.#bases.narrowest({ ...follower, resource });
      if (level === undefined) {
        followed.add(follower.kind, follower.otherwise, follower, follower.amount);
        continue;
      }
      const key = `${follower.kind}\u0002${level}`;
      const { of = NONE, amount = 0n } = sums.get(key) ?? {};
      sums.set(key, {
        kind: follower.kind,
        level,
        of: widened(of, follower),
        amount: amount + follower.amount,
      });
    }
    for (const { kind, level, of, amount } of sums.values()) {
      const parts = this.#bases.at(level);
      const amounts = apportion(amount, parts, currency);
      for (const [index, part] of parts.entries())
        followed.add(kind, part.destination, of, amounts[index] ?? 0n);
    }
    return followed.values();
  }
}

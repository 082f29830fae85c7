import type { PolicyKind } from "../../config/definition/costs.ts";
import { apportion } from "../apportion.ts";
import type { ChargeFacts } from "../charge.ts";
import { canonicalResource, type ResourcePlace } from "../matching/resource.ts";
import type { Amount } from "../money.ts";
import { type Destination, destinationKey } from "./destination.ts";
import { Totals } from "./totals.ts";

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
  readonly #bases = new Map<string, Totals>();

  /** Adds what others may follow: a charge that no policy places. */
  addBase(facts: FollowFacts, followed: boolean, destination: Destination, positive: Amount): void {
    if (positive === 0n) return;
    for (const level of followed ? levelsOf(facts) : widerLevelsOf(facts)) {
      const base = this.#bases.get(level) ?? new Totals();
      this.#bases.set(level, base);
      base.add(destination, positive);
    }
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

  /** Divides all followers over their bases into the totals, each sum per kind and level rounded once. */
  settle(totals: Totals, currency: string): void {
    const sums = new Map<string, { base: Totals; amount: Amount }>();
    for (const follower of this.#followers.values()) {
      const level = levelsOf(follower).find((each) => this.#bases.has(each));
      const base = level === undefined ? undefined : this.#bases.get(level);
      if (base === undefined) {
        totals.add(follower.otherwise, follower.amount);
        continue;
      }
      const key = `${follower.kind}\u0002${level}`;
      const known = sums.get(key);
      sums.set(key, { base, amount: (known?.amount ?? 0n) + follower.amount });
    }
    for (const { base, amount } of sums.values()) {
      const parts = [...base.entries()].map(([key, entry]) => ({
        key,
        weight: entry.amount,
        to: entry.destination,
      }));
      const amounts = apportion(amount, parts, currency);
      for (const [index, part] of parts.entries()) totals.add(part.to, amounts[index] ?? 0n);
    }
  }
}

/** From the narrowest to the widest; a charge without a resource begins with its account and service. */
function levelsOf(facts: FollowFacts): string[] {
  const wider = widerLevelsOf(facts);
  return facts.resource === "" ? wider : [`resource\u0002${canonicalResource(facts)}`, ...wider];
}

function widerLevelsOf({ account, service }: FollowFacts): string[] {
  return [`service\u0002${account}\u0002${service}`, `account\u0002${account}`, "bill"];
}

import type { Amount } from "../money.ts";
import type { Destination } from "./destination.ts";
import type { Totals } from "./totals.ts";

/** Where a charge lies for those that follow it. */
export interface FollowedPlace {
  /** Its canonical identity, or null where nothing follows by resource. */
  readonly resource: string | null;
  readonly account: string;
  readonly service: string;
}

/** A part of what is followed: its key breaks ties, its weight is an amount above zero. */
export interface FollowedPart {
  readonly key: string;
  readonly weight: Amount;
  readonly destination: Destination;
}

/** Amounts by the index of the destination in the totals. */
type Base = Map<number, Amount>;

/**
 * What charges can follow, by resource, by account and service, by account, and in all. The narrow sums are kept and the
 * wide ones made of them when asked for, because there are as many as destinations in each.
 */
export class FollowedBases {
  readonly #totals: Totals;
  readonly #byResource = new Map<string, Base>();
  readonly #byAccount = new Map<string, Map<string, Base>>();

  /** @param totals which know the destinations by their index */
  constructor(totals: Totals) {
    this.#totals = totals;
  }

  /** Adds what counts at the destination with an index. */
  add({ resource, account, service }: FollowedPlace, index: number, amount: Amount): void {
    if (resource !== null) addTo(entryOf(this.#byResource, resource, newBase), index, amount);
    const services = entryOf(this.#byAccount, account, () => new Map<string, Base>());
    addTo(entryOf(services, service, newBase), index, amount);
  }

  /** The narrowest level at which there is something to follow, as a text; undefined where there is nothing. */
  narrowest({ resource, account, service }: FollowedPlace): string | undefined {
    if (resource !== null && this.#byResource.has(resource)) return JSON.stringify({ resource });
    const services = this.#byAccount.get(account);
    if (services?.has(service)) return JSON.stringify({ account, service });
    if (services !== undefined) return JSON.stringify({ account });
    return this.#byAccount.size > 0 ? "{}" : undefined;
  }

  /** What is followed at a level that {@link narrowest} named. */
  at(level: string): FollowedPart[] {
    const { resource, account, service }: Partial<FollowedPlace> = JSON.parse(level);
    const bases =
      typeof resource === "string"
        ? [this.#byResource.get(resource)]
        : [...this.#byAccount]
            .filter(([each]) => account === undefined || each === account)
            .flatMap(([, services]) => [...services])
            .filter(([each]) => service === undefined || each === service)
            .map(([, base]) => base);
    const sum: Base = new Map();
    for (const base of bases) for (const [index, amount] of base ?? []) addTo(sum, index, amount);
    return [...sum].flatMap(([index, weight]) => {
      const total = this.#totals.at(index);
      return total === undefined ? [] : [{ key: total.key, destination: total.destination, weight }];
    });
  }
}

function newBase(): Base {
  return new Map();
}

function entryOf<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function addTo(base: Base, index: number, amount: Amount): void {
  base.set(index, (base.get(index) ?? 0n) + amount);
}

import type { PolicyKind } from "../../config/definition/costs.ts";
import type { Destination } from "../../costs/attribution/destination.ts";
import type { EstablishedBy } from "../../costs/attribution/established.ts";
import type { Placement } from "../../costs/attribution/place.ts";
import type { PlacedCharges } from "../../costs/attribution/place-charges.ts";
import type { ChargeFacts, ChargeGroup } from "../../costs/charge.ts";
import type { Amount } from "../../costs/money.ts";

/** Lines of a bill that look alike. */
export interface LineGroup
  extends Pick<ChargeFacts, "service" | "usageType" | "account" | "lineItemType" | "resource"> {
  /** The kind of charge that followed others here, whose lines are counted where they stand; else null. */
  readonly followed: PolicyKind | null;
  readonly lines: number;
  readonly amount: Amount;
}

/** What is wanted of a bill: the lines of pools, and the direct lines of a team. */
export interface LinesWanted {
  readonly pools: ReadonlySet<string>;
  readonly team: string;
}

/** What was found of a bill. */
export interface LinesFound {
  readonly byPool: ReadonlyMap<string, readonly LineGroup[]>;
  readonly direct: ReadonlyMap<EstablishedBy, readonly LineGroup[]>;
}

type Open = { -readonly [Key in keyof LineGroup]: LineGroup[Key] };

/** Keeps the lines of a bill that money came from, while it is placed. */
export class LinesOf {
  readonly #wanted: LinesWanted;
  readonly #byPool = new Map<string, Map<string, Open>>();
  readonly #direct = new Map<EstablishedBy, Map<string, Open>>();

  constructor(wanted: LinesWanted) {
    this.#wanted = wanted;
  }

  readonly placed = (group: ChargeGroup, index: number | null, placement: Placement): void => {
    if (index === null) return;
    const groups = this.#at(placement.destination, placement.teamBy ?? "policy");
    if (groups === undefined) return;
    const { service, serviceName, usageType, account, lineItemType, resource, lines, amount } = group;
    const named = service === "" ? serviceName : service;
    addTo(groups, {
      service: named,
      usageType,
      account,
      lineItemType,
      resource,
      followed: null,
      lines,
      amount,
    });
  };

  /** What was found, once the whole bill was placed: what followed other charges counts where it went. */
  of({ followed }: Pick<PlacedCharges, "followed">): LinesFound {
    for (const { destination, kind, account, service, amount } of followed) {
      const groups = this.#at(destination, "policy");
      const nothing = { usageType: "", lineItemType: "", resource: "", lines: 0 };
      if (groups !== undefined) addTo(groups, { ...nothing, service, account, followed: kind, amount });
    }
    return { byPool: listed(this.#byPool), direct: listed(this.#direct) };
  }

  #at(destination: Destination, by: EstablishedBy): Map<string, Open> | undefined {
    if (destination.kind === "pool")
      return this.#wanted.pools.has(destination.pool) ? opened(this.#byPool, destination.pool) : undefined;
    const isDirect = destination.kind === "direct" && destination.leaf.team === this.#wanted.team;
    return isDirect ? opened(this.#direct, by) : undefined;
  }
}

function opened<Key>(all: Map<Key, Map<string, Open>>, key: Key): Map<string, Open> {
  const known = all.get(key) ?? new Map<string, Open>();
  all.set(key, known);
  return known;
}

function addTo(groups: Map<string, Open>, { lines, amount, ...facts }: LineGroup): void {
  const { service, usageType, account, lineItemType, resource, followed } = facts;
  const key = JSON.stringify([service, usageType, account, lineItemType, resource, followed]);
  const known = groups.get(key);
  if (known === undefined) groups.set(key, { ...facts, lines, amount });
  else {
    known.lines += lines;
    known.amount += amount;
  }
}

function listed<Key>(all: ReadonlyMap<Key, ReadonlyMap<string, Open>>): Map<Key, LineGroup[]> {
  return new Map([...all].map(([key, groups]) => [key, [...groups.values()].sort(largestFirst)]));
}

/** The largest amounts first, whatever their sign; equal ones by what they are of. */
function largestFirst(a: LineGroup, b: LineGroup): number {
  const [left, right] = [a, b].map(({ amount }) => (amount < 0n ? -amount : amount));
  if (left !== right) return (left ?? 0n) > (right ?? 0n) ? -1 : 1;
  return JSON.stringify([a.service, a.usageType, a.resource]) <
    JSON.stringify([b.service, b.usageType, b.resource])
    ? -1
    : 1;
}

import { CAPACITY } from "../../config/consumers.ts";
import type { Config } from "../../config/definition.ts";
import { parsePeriod } from "../../costs/period.ts";
import { add, type Rational, ZERO } from "../../costs/rational.ts";
import type { DividedBy } from "../../costs/sharing/divided-by.ts";
import type { Row } from "../../costs/sharing/row.ts";
import type { UsageRow } from "../../costs/sharing/usage.ts";
import { quantityWithin, rowsOf } from "../../costs/sharing/within.ts";
import { fractionsByConsumer } from "./consumer.ts";
import { type DriverPlace, placesOf } from "./places.ts";

/** What somebody used of a pool, and what that weighs. */
export interface DriverConsumer {
  /** A team, `pool:NAME`, `unowned:NAME`, `capacity`, `idle`, or why nobody bears it. */
  readonly consumer: string;
  /** By metric, in units of 10^-24; empty where nothing was measured. */
  readonly quantities: ReadonlyMap<string, Rational>;
  /** Of all that the pool holds; null where what was used does not count: capacity, or a pool that settled before. */
  readonly fraction: Rational | null;
}

/** What a pool was divided by. */
export interface Driver {
  readonly pool: string;
  readonly dividedBy: DividedBy;
  /** Metrics and their weights, where usage counted. */
  readonly metric: Readonly<Record<string, string>> | null;
  /** Those that bear something first, the largest first. */
  readonly consumers: readonly DriverConsumer[];
  /** Where the use of the team that asks was measured. */
  readonly places: readonly DriverPlace[];
}

/** Says what a pool was divided by: the whole, and what one team used of it. */
export function driverOf(
  pool: Config["pools"][number],
  row: Row,
  {
    dividedBy,
    usage,
    team,
  }: { readonly dividedBy: DividedBy; readonly usage: readonly UsageRow[]; readonly team: string },
): Driver {
  const period = dividedBy.usage === null ? null : parsePeriod(dividedBy.usage);
  const measured = pool.method === "usage" && period !== null ? rowsOf(usage, pool, period) : [];
  const used = new Map<string, Map<string, Rational>>();
  for (const each of measured) {
    const quantities = used.get(each.team) ?? new Map<string, Rational>();
    if (period !== null)
      quantities.set(each.metric, add(quantities.get(each.metric) ?? ZERO, quantityWithin(each, period)));
    used.set(each.team, quantities);
  }
  const fractions = fractionsByConsumer(row);
  const others = [...used.keys()].filter((name) => !fractions.has(name)).sort(capacityLast);
  return {
    pool: pool.name,
    dividedBy,
    metric: pool.method === "usage" && period !== null ? pool.metric : null,
    consumers: [...fractions.keys(), ...others].map((consumer) => ({
      consumer,
      quantities: used.get(consumer) ?? new Map(),
      fraction: fractions.get(consumer) ?? null,
    })),
    places:
      period === null
        ? []
        : placesOf(
            measured.filter((each) => each.team === team),
            period,
          ),
  };
}

function capacityLast(a: string, b: string): number {
  if ((a === CAPACITY) !== (b === CAPACITY)) return a === CAPACITY ? 1 : -1;
  return a < b ? -1 : 1;
}

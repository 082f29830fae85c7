import { CAPACITY } from "../../config/consumers.ts";
import { add, type Rational, ZERO } from "../../costs/rational.ts";
import type { Driver, DriverConsumer } from "./driver.ts";
import type { Explanation } from "./explanation.ts";

/** Where folders or a bucket stand before the name of what was read. */
const FOLDERS = /^(?:s3:|[A-Za-z]:(?=\\))?[^:({]*[/\\]/;

/** What all others together are called among consumers. */
export const OTHERS = "others";

/**
 * An explanation as the team itself may see it: of others only what they come to together, and nothing of lines and rules,
 * which name them, nor where a source of usage is: of what was read only its own name, without folders.
 *
 * @example explanationForTeam(explanation).drivers[0]?.consumers.map(({ consumer }) => consumer) // ["vision", "capacity", "others"]
 */
export function explanationForTeam(explanation: Explanation): Explanation {
  const { team, pools, drivers, established } = explanation;
  return {
    ...explanation,
    established: established?.map((each) => ({ ...each, lines: null })) ?? null,
    pools: pools.map((pool) => ({
      ...pool,
      rules: [],
      lines: null,
      unread: pool.unread.map((source) => ({ ...source, problem: null })),
    })),
    drivers: drivers.map((driver) => ({
      ...driver,
      consumers: consumersFor(team, driver),
      places: driver.places.map((each) => ({ ...each, place: each.place.replace(FOLDERS, "") })),
    })),
  };
}

function consumersFor(team: string, { consumers }: Driver): DriverConsumer[] {
  const isShown = ({ consumer }: DriverConsumer) =>
    consumer === team || consumer === CAPACITY || consumer === "idle";
  const others = consumers.filter((each) => !isShown(each));
  return [...consumers.filter(isShown), ...(others.length === 0 ? [] : [together(others)])];
}

function together(consumers: readonly DriverConsumer[]): DriverConsumer {
  const quantities = new Map<string, Rational>();
  for (const each of consumers)
    for (const [metric, quantity] of each.quantities)
      quantities.set(metric, add(quantities.get(metric) ?? ZERO, quantity));
  const fractions = consumers.flatMap(({ fraction }) => (fraction === null ? [] : [fraction]));
  const fraction = fractions.length === 0 ? null : fractions.reduce((sum, each) => add(sum, each), ZERO);
  return { consumer: OTHERS, quantities, fraction };
}

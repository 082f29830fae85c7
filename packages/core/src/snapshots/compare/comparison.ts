import { CHECKS } from "../../config/checks.ts";
import type { Config } from "../../config/definition.ts";
import { pathText } from "../../config/problem.ts";
import { suggest } from "../../config/suggestion.ts";
import { badInput } from "../../errors.ts";
import { dividedAgain } from "../divided-again.ts";
import type { Snapshot } from "../snapshot.ts";
import { type TeamChange, teamChanges } from "../team-changes.ts";
import { type TeamTotal, teamTotals } from "../team-totals.ts";
import { type Alternative, allocationsOf, driversFor } from "./alternatives.ts";

/** What one way to divide comes to. */
export interface ComparedWay extends Omit<Alternative, "config"> {
  /** Why it is not possible by this configuration; null where it is. */
  readonly refused: string | null;
  /** By team; empty where it is not possible. */
  readonly totals: readonly TeamTotal[];
  /** Against the way in force, all teams; empty where it is not possible. */
  readonly changes: readonly TeamChange[];
}

/** One bill divided in several ways. */
export interface Comparison extends Pick<Snapshot, "id" | "period" | "currency" | "basis" | "at" | "bills"> {
  /** By team, as it is in force. */
  readonly totals: readonly TeamTotal[];
  readonly ways: readonly ComparedWay[];
}

/**
 * Divides a snapshot in other ways: direct, step-down and reciprocal, and each pool of usage by other drivers.
 *
 * @param pool of one pool only, whatever its method
 * @throws bad-input where there is no such pool, naming the nearest
 */
export function compare(
  snapshot: Snapshot,
  { pool: asked }: { readonly pool?: string | undefined } = {},
): Comparison {
  const { id, period, currency, basis, at, bills, config, usage } = snapshot;
  const names = config.pools.map(({ name }) => name);
  if (asked !== undefined && !names.includes(asked))
    throw badInput(`${period} has no pool "${asked}"${suggest(asked, names)}`, { pool: asked });
  const pools = config.pools.filter(({ name, method }) =>
    asked === undefined ? method === "usage" : name === asked,
  );
  const totals = teamTotals(dividedAgain(snapshot));
  const ways = [...allocationsOf(config), ...pools.flatMap((pool) => driversFor(config, pool, usage))];
  return {
    id,
    period,
    currency,
    basis,
    at,
    bills,
    totals,
    ways: ways.map((way) => divided(way, snapshot, totals)),
  };
}

function divided(way: Alternative, snapshot: Snapshot, totals: readonly TeamTotal[]): ComparedWay {
  const { config, ...about } = way;
  const refused = refusalOf(config);
  if (refused !== null) return { ...about, refused, totals: [], changes: [] };
  const other = teamTotals(dividedAgain(snapshot, { config }));
  return { ...about, refused, totals: other, changes: teamChanges(totals, other) };
}

/** Why a configuration does not hold together, as its check says. */
function refusalOf(config: Config): string | null {
  const flaws = CHECKS.flatMap((check) => check(config)).filter(
    ({ severity = "error" }) => severity === "error",
  );
  const [first] = flaws;
  return first === undefined ? null : `${pathText(first.path)}: ${first.message}`;
}

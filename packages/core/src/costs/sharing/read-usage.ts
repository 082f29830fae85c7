import { CAPACITY, pooled, UNOWNED_PREFIX, unowned } from "../../config/consumers.ts";
import type { Dimension } from "../../config/definition/match.ts";
import type { Config } from "../../config/definition.ts";
import { normalizer } from "../../config/reading/normalize.ts";
import { speller } from "../../config/reading/spelling.ts";
import { teamResolver } from "../../config/reading/teams.ts";
import { suggest } from "../../config/suggestion.ts";
import { badInput, type TagledgerError } from "../../errors.ts";
import type { UsageRow } from "./usage.ts";

/** What use by nobody is called where the source has no name for it either. */
const NAMELESS = "nameless";

/**
 * Checks usage against the configuration and writes its teams and dimensions as the organisation does.
 *
 * @param others what becomes of use by what is no team: it is refused, or stays as use by nobody who is known
 * @param isTold which teams and pools whoever is refused may be told of; all where it is left out
 * @throws bad-input naming the row's place when its pool or team does not exist, its time is empty or its
 * quantity is negative
 */
export function readUsage(
  rows: readonly UsageRow[],
  config: Config,
  others: "refused" | "unowned" = "refused",
  isTold: (name: string) => boolean = () => true,
): UsageRow[] {
  const pools = config.pools.map(({ name }) => name);
  const unknown = (row: UsageRow, what: string, value: string, known: readonly string[]) =>
    refused(row, what, value, known.filter(isTold));
  const teams = teamResolver(config);
  const normalize = normalizer(config);
  const spell = speller(config);
  const inDimension = (dimension: Dimension, value: string | null) => {
    const key = config.dimensions[dimension]?.[0];
    if (value === null || key === undefined) return value;
    const normalized = normalize(key, value);
    return normalized === "" ? null : spell(dimension, normalized);
  };
  const team = (row: UsageRow): string => {
    if (row.team === CAPACITY) return CAPACITY;
    const pool = pooled(row.team);
    const nobody = unowned(row.team);
    if (pool !== undefined) {
      if (pools.includes(pool)) return row.team;
      if (others === "refused") throw unknown(row, "pool", pool, pools);
    } else if (nobody !== undefined) {
      if (nobody.trim() !== "") return row.team;
      if (others === "refused") throw unknown(row, "team", row.team, []);
    } else {
      const resolved = teams.resolve(row.team, row.start);
      if (resolved !== undefined) return resolved;
      if (others === "refused") throw unknown(row, "team", row.team, teams.names);
    }
    return `${UNOWNED_PREFIX}${(nobody ?? row.team).trim() || NAMELESS}`;
  };
  return rows.map((row) => {
    if (!pools.includes(row.pool)) throw unknown(row, "pool", row.pool, pools);
    if (row.end <= row.start)
      throw badInput(`${row.place}: the end is not after the start`, { place: row.place });
    if (row.quantity < 0n) throw badInput(`${row.place}: the quantity is negative`, { place: row.place });
    return {
      ...row,
      team: team(row),
      project: inDimension("project", row.project),
      workload: inDimension("workload", row.workload),
      environment: inDimension("environment", row.environment),
      experiment: inDimension("experiment", row.experiment),
    };
  });
}

function refused(row: UsageRow, what: string, value: string, known: readonly string[]): TagledgerError {
  const hint = suggest(value, known);
  return badInput(`${row.place}: there is no ${what} "${value}"${hint}`, { place: row.place, value });
}

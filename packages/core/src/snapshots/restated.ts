import { canonicalConfig } from "../config/canonical.ts";
import { CHECKS } from "../config/checks.ts";
import type { Config } from "../config/definition.ts";
import type { DividedShares } from "../reports/mail/team-shares.ts";
import { dividedAgain } from "./divided-again.ts";
import type { Snapshot } from "./snapshot.ts";

/**
 * The pools of a snapshot, divided by the rules of another month: how its charges would have been shared if those had held
 * then. What its usage cannot be divided by stays as it was.
 *
 * @returns null where the rules cannot be applied to it
 */
export function restatedPools(snapshot: Snapshot, rules: Config): readonly DividedShares[] | null {
  const own = snapshot.config;
  const added = own.pools.filter(({ name }) => rules.pools.every((pool) => pool.name !== name));
  const config: Config = {
    ...own,
    allocation: rules.allocation,
    teams: rules.teams,
    pools: [...rules.pools, ...added],
  };
  if (canonicalConfig(config) === canonicalConfig(own)) return snapshot.pools;
  const isRefused = CHECKS.some((check) =>
    check(config).some(({ severity = "error" }) => severity === "error"),
  );
  if (isRefused) return null;
  const { pools } = dividedAgain(snapshot, { config });
  return snapshot.pools.map((was) => {
    const anew = pools.find(({ pool }) => pool.name === was.pool);
    const lacksUsage = anew !== undefined && anew.dividedBy.method !== anew.pool.method;
    return anew === undefined || lacksUsage ? was : { pool: was.pool, shares: anew.shares };
  });
}

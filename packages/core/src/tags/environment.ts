import type { Config } from "../config/definition.ts";
import { anyGlob } from "../text/glob.ts";
import type { Subject } from "./subject.ts";

/** What establishes the environment of a resource besides its tag. */
export type EnvironmentOf = (place: Pick<Subject, "account" | "organizationalUnits">) => string | null;

const NONE: readonly string[] = [];

/**
 * Compiles `enforcement.environments`: the one environment of an account or of a unit above it; where two claim an
 * account, neither is established.
 *
 * @example environmentOf(config)({ account: "222233334444" }) // "dev"
 */
export function environmentOf(config: Config): EnvironmentOf {
  const environments = Object.entries(config.enforcement.environments).map(
    ([name, { accounts, organizationalUnits }]) => ({
      name,
      hasAccount: anyGlob(accounts),
      hasUnit: anyGlob(organizationalUnits),
    }),
  );
  return ({ account, organizationalUnits = NONE }) => {
    let established: string | null = null;
    for (const { name, hasAccount, hasUnit } of environments) {
      const claims = (account !== null && hasAccount(account)) || organizationalUnits.some(hasUnit);
      if (claims && established !== null) return null;
      if (claims) established = name;
    }
    return established;
  };
}

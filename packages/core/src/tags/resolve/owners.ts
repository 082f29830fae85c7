import type { Config } from "../../config/definition.ts";
import { principalMatcher } from "../../config/reading/principal.ts";
import { anyGlob } from "../../text/glob.ts";

/** The teams that the configuration gives something to; several where it gives it to several. */
export type Owners = {
  /** By the ways in which one principal is written. */
  byPrincipal(principals: readonly string[]): readonly string[];
  byAccount(account: string): readonly string[];
  /** By the address to which a team's mail goes. */
  byAddress(address: string): readonly string[];
};

/**
 * Compiles `teams.*.principals`, `teams.*.accounts` and `teams.*.email`.
 *
 * @example owners(config).byAccount("111122223333") // ["fraud-detection"]
 */
export function owners(config: Config): Owners {
  const teams = Object.entries(config.teams)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([team, { principals, accounts, email }]) => ({
      team,
      hasPrincipal: principalMatcher(principals),
      hasAccount: anyGlob(accounts),
      addresses: new Set(email.map((each) => each.toLowerCase())),
    }));
  type Owner = (typeof teams)[number];
  const whose = (owns: (owner: Owner) => boolean) => teams.filter(owns).map(({ team }) => team);
  return {
    byPrincipal: (principals) => whose(({ hasPrincipal }) => principals.some(hasPrincipal)),
    byAccount: (account) => whose(({ hasAccount }) => hasAccount(account)),
    byAddress: (address) => whose(({ addresses }) => addresses.has(address.trim().toLowerCase())),
  };
}

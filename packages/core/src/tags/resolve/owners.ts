import type { Config } from "../../config/definition.ts";
import { principalMatcher } from "../../config/reading/principal.ts";
import { anyGlob, type TextMatcher } from "../../text/glob.ts";
import { remember } from "../../text/remember.ts";

/** The teams that the configuration gives something to; several where it gives it to several. */
export type Owners = {
  /** By the ways in which one principal is written. */
  byPrincipal(principals: readonly string[]): readonly string[];
  byAccount(account: string): readonly string[];
  /** By the address to which a team's mail goes. */
  byAddress(address: string): readonly string[];
};

type Given = { readonly team: string; readonly patterns: readonly string[] };

/** Roles and accounts are few; sessions are many. */
const REMEMBERED = 4096;
const NOBODY: readonly string[] = [];

/**
 * Compiles `teams.*.principals`, `teams.*.accounts` and `teams.*.email`.
 *
 * @example owners(config).byAccount("111122223333") // ["fraud-detection"]
 */
export function owners(config: Config): Owners {
  const teams = Object.entries(config.teams).sort(([a], [b]) => (a < b ? -1 : 1));
  const ofPrincipal = ownersOf(
    teams.map(([team, { principals }]) => ({ team, patterns: principals })),
    principalMatcher,
  );
  const ofAccount = ownersOf(
    teams.map(([team, { accounts }]) => ({ team, patterns: accounts })),
    anyGlob,
  );
  const ofAddress = new Map<string, readonly string[]>();
  for (const [team, { email }] of teams) {
    for (const address of new Set(email.map((each) => each.toLowerCase()))) {
      ofAddress.set(address, [...(ofAddress.get(address) ?? []), team]);
    }
  }
  return {
    byPrincipal([first, ...others]) {
      const found = first === undefined ? NOBODY : ofPrincipal(first);
      if (others.length === 0) return found;
      return [...new Set([found, ...others.map(ofPrincipal)].flat())].sort();
    },
    byAccount: ofAccount,
    byAddress: (address) => ofAddress.get(address.trim().toLowerCase()) ?? NOBODY,
  };
}

/** Compiles to whom something is given by patterns; nearly all things are given to nobody, which is asked at first. */
function ownersOf(
  all: readonly Given[],
  compile: (patterns: readonly string[]) => TextMatcher,
): (text: string) => readonly string[] {
  const given = all
    .filter(({ patterns }) => patterns.length > 0)
    .map(({ team, patterns }) => ({ team, isOwn: compile(patterns) }));
  const isGiven = compile(all.flatMap(({ patterns }) => patterns));
  const compute = (text: string) =>
    isGiven(text) ? given.filter(({ isOwn }) => isOwn(text)).map(({ team }) => team) : NOBODY;
  return remember(compute, REMEMBERED);
}

import type { PolicyKind } from "../../config/definition/costs.ts";
import type { Config } from "../../config/definition.ts";
import { serviceMatcher } from "../../config/reading/service.ts";
import { speller } from "../../config/reading/spelling.ts";
import { anyGlob } from "../../text/glob.ts";
import { NO_LEAF } from "../leaf.ts";
import { compileMatch } from "../matching/match.ts";
import type { Destination } from "./destination.ts";
import { type Established, type EstablishingFacts, establisher } from "./establish.ts";
import { kindOf } from "./kind.ts";

/** Where a charge counts, and the rule that says so; a followed kind counts where its base does. */
export interface Placement {
  /** Where it counts; for a followed kind, where it counts if it has nothing to follow. */
  readonly destination: Destination;
  readonly follows: PolicyKind | null;
  /** Whether others may follow it: in scope, and placed by no policy. */
  readonly followable: boolean;
  /** How its team was established, where it is direct cost by no policy. */
  readonly teamBy: Established["teamBy"];
  /** The places in the configuration that decided, such as `pools[2]`. */
  readonly rules: readonly string[];
}

/**
 * Compiles "whose is a charge": scope, then policies by kind, then its own team, pools, inferred team.
 *
 * @param tagKeys the keys whose raw values a charge holds, in that order
 * @returns a function of a charge and the instant (epoch milliseconds, UTC) at which dated rules are read
 */
export function placer(config: Config, tagKeys: readonly string[]) {
  const establish = establisher(config, tagKeys);
  const spell = speller(config);
  const inAccounts = anyGlob(config.scope.accounts);
  const inServices = serviceMatcher(config.scope.services);
  const everyService = config.scope.services.includes("*");
  const pools = config.pools.map((pool, index) => ({ ...pool, index, matches: compileMatch(pool.match) }));

  const ordinary = (facts: EstablishingFacts, at: number): Placement => {
    const subject = establish(facts, at);
    const rules = subject.assigned === null ? [] : [`assign[${subject.assigned}]`];
    const isTagged = subject.teamBy === "tag" || subject.teamBy === "ledger";
    const pool = pools.find((each) => (!isTagged || each.includeTagged) && each.matches(subject));
    return {
      destination: pool === undefined ? ownDestination(subject) : { kind: "pool", pool: pool.name },
      follows: null,
      followable: true,
      teamBy: pool === undefined ? subject.teamBy : null,
      rules: pool === undefined ? rules : [...rules, `pools[${pool.index}]`],
    };
  };

  return (facts: EstablishingFacts, at: number): Placement => {
    const inScope =
      inAccounts(facts.account) && (everyService || inServices(facts.service, facts.serviceName));
    const decided = { follows: null, followable: false, teamBy: null };
    if (!inScope) return { ...decided, destination: { kind: "excluded" }, rules: ["scope"] };
    const kind = kindOf(facts);
    const policy = kind === undefined ? undefined : config.policies[kind];
    if (kind === undefined || policy === undefined) return ordinary(facts, at);
    const rules = [`policies.${kind}`];
    if (policy === "follow")
      return { ...ordinary(facts, at), follows: kind, followable: false, teamBy: null, rules };
    const destination: Destination =
      "pool" in policy
        ? { kind: "pool", pool: policy.pool }
        : { kind: "direct", leaf: { ...NO_LEAF, team: spell("team", policy.team) } };
    return { ...decided, destination, rules };
  };
}

function ownDestination({ leaf, teamBy, invalidTeam }: Established): Destination {
  if (teamBy !== null) return { kind: "direct", leaf };
  if (invalidTeam !== null) return { kind: "unallocated", reason: "invalid-team", value: invalidTeam, leaf };
  return { kind: "unallocated", reason: "no-team", value: null, leaf };
}

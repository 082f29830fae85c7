import type { Match } from "../../config/definition/match.ts";
import type { Config } from "../../config/definition.ts";
import { serviceOfResource } from "../../tags/match/services.ts";
import { anyGlob } from "../../text/glob.ts";
import { serviceOf } from "./calls/of-service.ts";

/** What a configuration permits to do about the resources of some accounts, by their type. */
export interface Permitted {
  /** Whether a resource of a type may be looked at in order to do something about it, or to say what would be done. */
  inspects(type: string): boolean;
  repairs(type: string): boolean;
  /** The lossy remedies that are allowed by name where resources of a type may be quarantined; null where they may not. */
  quarantines(type: string): ReadonlySet<string> | null;
}

export type Step = "notify" | "repair" | "quarantine";

/** A rule that permits something, or the default. */
interface Permitting {
  readonly steps: readonly Step[];
  readonly allow: readonly string[];
  readonly fits: (type: string) => boolean;
}

/**
 * Compiles what may be done in accounts. Which of several rules decides about a resource depends on what nobody knows
 * beforehand, so whatever one of them permits is permitted.
 */
export function permittedIn(config: Config, accounts: readonly string[]): Permitted {
  const all = permittingRules(config, accounts);
  const of = (type: string, step?: Step) =>
    all.filter(({ fits, steps }) => fits(type) && (step === undefined || steps.includes(step)));
  return {
    inspects: (type) => of(type).length > 0,
    repairs: (type) => of(type, "repair").length > 0,
    quarantines(type) {
      const some = of(type, "quarantine");
      return some.length === 0 ? null : new Set(some.flatMap(({ allow }) => allow));
    },
  };
}

function permittingRules({ enforcement }: Config, accounts: readonly string[]): readonly Permitting[] {
  const byDefault = stepsOf(enforcement.default.mode);
  const rules = enforcement.rules
    .filter(({ match }) => isForResources(match) && isIn(match, accounts))
    .map(({ match, mode, allow }) => ({
      steps: mode === undefined ? byDefault : stepsOf(mode),
      allow,
      fits: fitting(match),
    }));
  const all = [...rules, { steps: byDefault, allow: [], fits: () => true }];
  return all.filter(({ steps }) => steps.length > 0);
}

/** The steps that a mode permits; none where it only observes. */
export function stepsOf(mode: Config["enforcement"]["default"]["mode"]): readonly Step[] {
  if (mode === "observe") return [];
  return typeof mode === "string" ? [mode] : mode;
}

/** What only lines of a bill have, no resource has. */
function isForResources({ usageType, lineItemType }: Match): boolean {
  return usageType === undefined && lineItemType === undefined;
}

/** Whether what a rule matches may be in one of some accounts. */
export function isIn({ account }: Match, accounts: readonly string[]): boolean {
  return account === undefined || accounts.some(anyGlob(account));
}

function fitting({ type, service }: Match): (type: string) => boolean {
  const isType = type === undefined ? () => true : anyGlob(type, { ignoreCase: true });
  const isOfService = service === undefined ? () => true : serviceOfResource(service);
  return (each) => isType(each) && isOfService(serviceOf(each));
}

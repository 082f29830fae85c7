import { groupBy } from "../../text/group-by.ts";
import type { Conditions, Statement } from "./document.ts";

/** Calls that may be made of resources, or may never be. */
export interface Grant {
  /** What it is for, in letters, as the statements that it becomes part of are called. */
  readonly what: string;
  readonly effect?: "Deny";
  readonly calls: readonly string[];
  /** ARNs, or `*` for calls that IAM cannot narrow to resources. */
  readonly resources: readonly string[];
  readonly when?: Conditions;
  /** True where they are about something else than what is repaired or quarantined. */
  readonly isBeside?: true;
}

/**
 * Writes grants as few statements. What is for the same and holds under the same conditions shares a statement, unless
 * two grants of one service are of different resources: then each would reach those of the other.
 */
export function statementsOf(grants: readonly Grant[]): readonly Statement[] {
  const alike = groupBy(
    grants.filter(({ calls }) => calls.length > 0),
    (grant) => JSON.stringify([grant.what, grant.effect, isWide(grant), grant.when]),
  );
  const named = new Map<string, number>();
  return [...alike.values()].flatMap(layersOf).map((layer) => {
    const [{ what = "" } = {}] = layer;
    const count = (named.get(what) ?? 0) + 1;
    named.set(what, count);
    return statementOf(layer, count === 1 ? what : `${what}${count}`);
  });
}

/** What is for any resource stands apart, or all that shares its statement would be. */
function isWide({ resources }: Grant): boolean {
  return resources.includes("*");
}

/** Grants of which no two of one service are of different resources. */
function layersOf(grants: readonly Grant[]): Grant[][] {
  const layers: Grant[][] = [];
  for (const perService of groupBy(grants.flatMap(byService), serviceOf).values()) {
    const perResources = [...groupBy(perService, ({ resources }) => JSON.stringify(resources)).values()];
    for (const [index, some] of perResources.entries()) {
      const layer = layers[index];
      if (layer === undefined) layers.push([...some]);
      else layer.push(...some);
    }
  }
  return layers;
}

function byService(grant: Grant): Grant[] {
  const services = groupBy(grant.calls, (call) => call.split(":", 1).join());
  return [...services.values()].map((calls) => ({ ...grant, calls }));
}

function serviceOf({ calls: [first = ""] }: Grant): string {
  return first.split(":", 1).join();
}

function statementOf(grants: readonly Grant[], Sid: string): Statement {
  const [{ effect = "Allow", when = undefined } = {}] = grants;
  return {
    Sid,
    Effect: effect,
    Action: [...new Set(grants.flatMap(({ calls }) => calls))].sort(),
    Resource: [...new Set(grants.flatMap(({ resources }) => resources))].sort(),
    ...(when === undefined || Object.keys(when).length === 0 ? {} : { Condition: when }),
  };
}

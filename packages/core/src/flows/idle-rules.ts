import type { Config } from "../config/definition.ts";

/** A rule that decided no line of a bill. */
export interface IdleRule {
  /** Its place in the configuration, such as `["pools", 2]`. */
  readonly path: readonly (string | number)[];
  readonly what: string;
}

/** Lists pools with a match, `assign` rules and policies that decided nothing, in file order. */
export function idleRules(config: Config, hits: ReadonlyMap<string, number>): IdleRule[] {
  const pools = config.pools.flatMap(({ name, match }, index) =>
    match === undefined || hits.has(`pools[${index}]`)
      ? []
      : [{ path: ["pools", index], what: `pool ${name}` }],
  );
  const assign = config.assign.flatMap((_, index) =>
    hits.has(`assign[${index}]`) ? [] : [{ path: ["assign", index], what: `assign rule ${index + 1}` }],
  );
  const policies = Object.entries(config.policies).flatMap(([kind, policy]) =>
    policy === undefined || hits.has(`policies.${kind}`)
      ? []
      : [{ path: ["policies", kind], what: `policy for ${kind}` }],
  );
  return [...assign, ...policies, ...pools];
}

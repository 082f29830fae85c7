import { consumersOf, pooled } from "../consumers.ts";
import type { Pool } from "../definition/costs.ts";
import type { Config } from "../definition.ts";
import { below, type Mention, mention } from "../mention.ts";
import type { ConfigPath, Flaw } from "../problem.ts";
import { suggest } from "../suggestion.ts";
import { poolsOfUsage } from "./usage.ts";

/** Every pool has a name of its own, whoever names a pool names one that is there, and no pool names anyone twice. */
export function checkPools(config: Config): Flaw[] {
  const names = config.pools.map(({ name }) => name);
  const known = new Set(names);
  return [
    ...repeated(names).map((index) => ({
      path: ["pools", index, "name"],
      message: `another pool is called "${names[index]}" too: expected a name of its own`,
    })),
    ...mentions(config).flatMap(({ name, ...place }) => {
      if (known.has(name)) return [];
      return [{ ...place, message: `no pool is called "${name}"${suggest(pooled(name) ?? name, known)}` }];
    }),
    ...config.pools.flatMap((pool, index) => namedTwice(pool, ["pools", index])),
  ];
}

function mentions({ pools, policies, usage }: Config): Mention[] {
  return [
    ...pools.flatMap((pool, index) =>
      below(["pools", index], [...leadersOf(pool), ...poolConsumersOf(pool)]),
    ),
    ...Object.entries(policies).flatMap(([kind, policy]) =>
      typeof policy === "object" && "pool" in policy ? mention(policy.pool, ["policies", kind, "pool"]) : [],
    ),
    ...usage.flatMap((source, index) => poolsOfUsage(source, ["usage", index])),
  ];
}

function leadersOf(pool: Pool): Mention[] {
  return pool.method === "follow" ? pool.of.map((name, index) => ({ name, path: ["of", index] })) : [];
}

function poolConsumersOf(pool: Pool): Mention[] {
  return consumersOf(pool).flatMap((consumer) => {
    const name = pooled(consumer.name);
    return name === undefined ? [] : [{ ...consumer, name }];
  });
}

function namedTwice(pool: Pool, path: ConfigPath): Flaw[] {
  const named = [...leadersOf(pool), ...consumersOf(pool)];
  return repeated(named.map(({ name }) => name)).flatMap((at) =>
    below(path, named.slice(at, at + 1)).map(({ name, path }) => ({
      path,
      message: `names "${name}" twice`,
    })),
  );
}

/** The indexes of those that came before. */
function repeated(names: readonly string[]): number[] {
  return names.flatMap((name, index) => (names.indexOf(name) < index ? [index] : []));
}

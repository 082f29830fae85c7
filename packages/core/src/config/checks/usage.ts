import { pooled, unowned } from "../consumers.ts";
import type { UsageSourceConfig } from "../definition/usage.ts";
import type { Config } from "../definition.ts";
import { fold } from "../fold.ts";
import { type Mention, mention } from "../mention.ts";
import type { ConfigPath, Flaw } from "../problem.ts";
import { suggest } from "../suggestion.ts";
import { teamsOf } from "../teams.ts";
import { needWorkspace, refuseSecrets } from "./usage-addresses.ts";

/** What sources tell that tell always the same. */
const TOLD: Readonly<Partial<Record<UsageSourceConfig["kind"], readonly string[]>>> = {
  "s3-inventory": ["s3-byte-hours"],
  "s3-listing": ["s3-byte-hours"],
  cloudtrail: ["reads", "writes"],
};

/** Usage must be of pools that are divided by it, by metrics that they are divided by, and lie in one place. */
export function checkUsage(config: Config): Flaw[] {
  return config.usage.flatMap((source, index) => {
    const path = ["usage", index];
    return [
      ...undivided(config, source, path),
      ...unmeasured(config, source, path),
      ...placed(source, path),
      ...refuseSecrets(source, path),
      ...needWorkspace(source, path),
      ...strangers(config, source, path),
    ];
  });
}

/** The pools of which a source tells, and where it names them. */
export function poolsOfUsage(source: UsageSourceConfig, path: ConfigPath): Mention[] {
  if ("pool" in source) return mention(source.pool, [...path, "pool"]);
  if (!("pools" in source)) return [];
  return (source.pools ?? []).map((name, index) => ({ name, path: [...path, "pools", index] }));
}

function undivided({ pools }: Config, source: UsageSourceConfig, path: ConfigPath): Flaw[] {
  const divided = pools.filter(({ method }) => method === "usage").map(({ name }) => name);
  return poolsOfUsage(source, path).flatMap(({ name, ...place }) => {
    const pool = pools.find((each) => each.name === name);
    if (pool === undefined || pool.method === "usage") return [];
    const message = `pool "${name}" is of method ${pool.method}, not divided by usage${suggest(name, divided)}`;
    return [{ ...place, message }];
  });
}

function unmeasured({ pools }: Config, source: UsageSourceConfig, path: ConfigPath): Flaw[] {
  const [name] = poolsOfUsage(source, path).map((each) => each.name);
  const pool = pools.find((each) => each.name === name);
  if (pool?.method !== "usage") return [];
  const metrics = Object.keys(pool.metric);
  const told = TOLD[source.kind];
  if (told !== undefined && !told.some((each) => metrics.includes(each))) {
    const message = `pool "${name}" is divided by ${metrics.join(", ")}, and ${source.kind} tells ${told.join(", ")}`;
    return [{ path: [...path, "pool"], message, severity: "warning" }];
  }
  if (source.kind !== "cloudwatch") return [];
  return Object.keys(source.metrics ?? {})
    .filter((metric) => !metrics.includes(metric))
    .map((metric) => ({
      path: [...path, "metrics"],
      key: metric,
      message: `pool "${name}" is not divided by "${metric}"${suggest(metric, metrics)}`,
    }));
}

function placed(source: UsageSourceConfig, path: ConfigPath): Flaw[] {
  if (source.kind !== "cloudtrail") return [];
  if (source.s3 !== undefined && source.path !== undefined) {
    return [{ path: [...path, "path"], message: "the logs lie in s3 or in path: expected one of them" }];
  }
  if (source.s3 !== undefined || source.path !== undefined) return [];
  return [{ path, message: "expected s3 or path: where the logs of the trail lie" }];
}

/** Owners of prefixes who are no team: what they own would be nobody's. */
function strangers(config: Config, source: UsageSourceConfig, path: ConfigPath): Flaw[] {
  const teams = teamsOf(config);
  if (!("prefixes" in source) || source.prefixes === undefined || teams === "open") return [];
  const read = (name: string) => fold(config.normalize, name);
  const aliases = Object.values(config.teams).flatMap((team) => team.aliases.map(({ name }) => read(name)));
  const known = new Set([...[...teams].map(read), ...aliases]);
  const pools = config.pools.map(({ name }) => name);
  return Object.entries(source.prefixes).flatMap(([prefix, owner]) => {
    const place = { path: [...path, "prefixes", prefix] };
    const pool = pooled(owner);
    if (pool !== undefined) {
      return pools.includes(pool)
        ? []
        : [{ ...place, message: `no pool is called "${pool}"${suggest(pool, pools)}` }];
    }
    if (unowned(owner) !== undefined || known.has(read(owner))) return [];
    return [{ ...place, message: `no team is called "${owner}"${suggest(owner, teams)}` }];
  });
}

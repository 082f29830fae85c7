import type { Config } from "../../config/definition.ts";

/** A part of the configuration that decided, as it could stand in the file. */
export interface Rule {
  /** Its place, such as `pools[2]`. */
  readonly at: string;
  readonly text: string;
}

const PLAIN = /^[A-Za-z][A-Za-z0-9_-]*$/;
const RESERVED = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/**
 * The rules by which a pool holds and divides what it does: itself, the policies that put charges into it, and how pools
 * settle.
 *
 * @example rulesOf(config, "gpu")[0] // { at: "pools[0]", text: "{ name: gpu, method: usage, metric: { gpu-hours: \"1\" } }" }
 */
export function rulesOf({ pools, policies, allocation }: Config, pool: string): Rule[] {
  const given = Object.entries(policies).filter(
    ([, policy]) => typeof policy === "object" && "pool" in policy && policy.pool === pool,
  );
  return [
    ...pools.flatMap((each, index) =>
      each.name === pool ? [{ at: `pools[${index}]`, text: flowText(each) }] : [],
    ),
    ...given.map(([kind, policy]) => ({ at: `policies.${kind}`, text: flowText(policy) })),
    { at: "allocation", text: allocation },
  ];
}

/** Writes a value as YAML in one line. */
export function flowText(value: unknown): string {
  if (typeof value === "string")
    return PLAIN.test(value) && !RESERVED.test(value) ? value : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(flowText).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{ ${members.map(([key, member]) => `${flowText(key)}: ${flowText(member)}`).join(", ")} }`;
}

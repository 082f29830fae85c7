import { canonicalConfig } from "../config/canonical.ts";
import { formatAmount } from "../costs/money.ts";
import { formatRational } from "../costs/rational.ts";
import type { Snapshot } from "./snapshot.ts";

/** Everything of a snapshot that its digest follows from. */
export type Undigested = Omit<Snapshot, "digest">;

/** Lists whose order says nothing. */
const SETS = new Set(["bills", "usage", "sources"]);

/**
 * Writes a snapshot as the one JSON text that it has: keys sorted, lists whose order says nothing sorted, amounts and
 * quantities as exact decimals, fractions as `n/d`, the configuration in its own canonical form.
 */
export function canonicalSnapshot(snapshot: Undigested): string {
  const members = Object.entries(snapshot)
    .filter(([key]) => key !== "digest")
    .sort(byKey)
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalMember(key, member, snapshot)}`);
  return `{${members.join(",")}}`;
}

/**
 * The hash that proves a snapshot unchanged: of everything in it but the hash itself.
 *
 * @example digestOf(snapshot, sha256) === snapshot.digest // true
 */
export function digestOf(snapshot: Undigested, sha256: (text: string) => string): string {
  return sha256(canonicalSnapshot(snapshot));
}

function canonicalMember(key: string, member: unknown, { config }: Undigested): string {
  if (key === "config") return canonicalConfig(config);
  if (SETS.has(key) && Array.isArray(member)) return `[${member.map(canonical).sort().join(",")}]`;
  return canonical(member);
}

function canonical(value: unknown): string {
  if (typeof value === "bigint") return `"${formatAmount(value)}"`;
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (isRational(value)) return `"${formatRational(value)}"`;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(byKey)
    .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
  return `{${members.join(",")}}`;
}

function isRational(value: object): value is { n: bigint; d: bigint } {
  return "n" in value && "d" in value && typeof value.n === "bigint" && typeof value.d === "bigint";
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

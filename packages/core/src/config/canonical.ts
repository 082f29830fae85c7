import type { Config } from "./definition.ts";

/** Where lists are sets: `*` stands for any key or index. A list that is not named here keeps its order. */
const SETS = [
  "tags.*.values",
  "tags.*.required.when.*",
  "teams.*.email",
  "teams.*.principals",
  "teams.*.accounts",
  "teams.*.aliases",
  "scope.accounts",
  "scope.services",
  "pools.*.to",
  "pools.*.of",
  "enforcement.principals",
  "enforcement.default.mode",
  "enforcement.rules.*.mode",
  "enforcement.rules.*.allow",
  "enforcement.environments.*.accounts",
  "enforcement.environments.*.organizationalUnits",
  "enforcement.production",
  "budgets.*.alert",
  "notify.fallback.email",
  "reports.auth.seeAll",
  "reports.auth.mayUpload",
  "reports.auth.mayRequest",
  "reports.auth.mayApprove",
  ...["assign.*", "pools.*", "enforcement.rules.*", "enforcement.exemptions.*", "budgets.*"].flatMap(
    (rule) => [`${rule}.match.*`, `${rule}.match.tags.*`],
  ),
].map((pattern) => pattern.split("."));

/**
 * Writes a configuration as the one JSON text that every file of the same meaning has: keys sorted, sets sorted,
 * a value that stands for a set of one as that set, and lists in their order where order decides.
 *
 * @example canonicalConfig(defaultConfig()) // '{"allocation":"step-down","assign":[],…'
 */
export function canonicalConfig(config: Config): string {
  return canonicalPart(config, []);
}

/**
 * Writes a part of a configuration as it stands in that text.
 *
 * @param path where the part is, which says what of it are sets
 * @example canonicalPart("notify", ["enforcement", "default", "mode"]) // '["notify"]'
 */
export function canonicalPart(value: unknown, path: readonly string[]): string {
  if (isSet(path) && typeof value === "string") return canonicalPart([value], path);
  if (Array.isArray(value)) {
    const items = value.map((item, index) => canonicalPart(item, [...path, String(index)]));
    return `[${(isSet(path) ? items.sort() : items).join(",")}]`;
  }
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalPart(member, [...path, key])}`);
  return `{${members.join(",")}}`;
}

function isSet(path: readonly string[]): boolean {
  return SETS.some(
    (pattern) =>
      pattern.length === path.length && pattern.every((step, index) => step === "*" || step === path[index]),
  );
}

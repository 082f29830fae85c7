/**
 * A tag key as the map `resource_tags` of CUR 2.0 spells it, by the rules that AWS documents for column names: an
 * underscore before each capital letter, lower case, everything else but letters and digits as one underscore.
 *
 * @example exportedKey("ml-team") // "user_ml_team"
 * @example exportedKey("CostCenter") // "user_cost_center"
 */
export function exportedKey(key: string): string {
  const prefixed = /^(aws|user):/.test(key) ? key : `user:${key}`;
  return prefixed
    .replace(/[A-Z]/g, "_$&")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_|_$/g, "");
}

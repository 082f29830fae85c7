import type { Config } from "../../config/definition.ts";
import { type ChargeNeeds, chargeNeeds, distinctKeys } from "../../costs/query.ts";
import { requiredTags } from "../../costs/required-tags.ts";

/**
 * What an export must hold of each charge: what places it, and the required tags that a bill is looked through for.
 *
 * @example exportNeeds(config).tagKeys // ["costcenter", "team"]
 */
export function exportNeeds(config: Config): ChargeNeeds {
  const needs = chargeNeeds(config);
  const required = requiredTags(config, needs.tagKeys).map(({ key }) => key);
  return { ...needs, tagKeys: distinctKeys([...needs.tagKeys, ...required]) };
}

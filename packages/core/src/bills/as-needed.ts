import { comparableTagKey } from "../config/reading/tag-key.ts";
import type { ChargeGroup } from "../costs/charge.ts";
import type { ChargeNeeds } from "../costs/query.ts";
import type { StoredNeeds } from "./version.ts";

/**
 * Turns groups of cells that tell more apart than is asked for into what a bill would give that is asked: the facts and
 * tag keys that are needed, in their order, and no others.
 *
 * @example asNeeded(stored, needs)(group).tags // ["vision"]
 */
export function asNeeded(
  stored: Pick<StoredNeeds, "tagKeys" | "instants">,
  { facts, tagKeys, instants }: ChargeNeeds,
): (group: ChargeGroup) => ChargeGroup {
  const known = stored.tagKeys.map(comparableTagKey);
  const places = tagKeys.map((key) => known.indexOf(comparableTagKey(key)));
  const picked = (values: readonly string[]) => places.map((place) => values[place] ?? "");
  const epochs = [0, ...stored.instants.map((_, index) => index + 1)].map(
    (count) => instants.filter((at) => stored.instants.slice(0, count).includes(at)).length,
  );
  return ({ combination: _, dated, ...group }) => ({
    ...group,
    account: facts.has("account") ? group.account : "",
    region: facts.has("region") ? group.region : "",
    service: facts.has("service") ? group.service : "",
    serviceName: facts.has("service") ? group.serviceName : "",
    usageType: facts.has("usageType") ? group.usageType : "",
    principal: facts.has("principal") ? group.principal : "",
    resource: facts.has("resource") || group.followed ? group.resource : "",
    epoch: epochs[group.epoch] ?? 0,
    tags: picked(group.tags),
    ...(dated !== undefined && { dated: picked(dated) }),
  });
}

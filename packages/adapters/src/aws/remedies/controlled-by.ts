import { controllerOf } from "@tagledger/core/catalog/controllers";
import type { TagMap } from "@tagledger/core/catalog/tags";
import type { ControlledBy } from "@tagledger/core/tags/plan/input";

/**
 * What the tags of a resource say that controls it.
 *
 * @example controlledBy("autoscaling:autoScalingGroup", { "eks:nodegroup-name": "gpu" })
 * // { controller: "eks", name: "gpu" }
 */
export function controlledBy(type: string, tags: TagMap): ControlledBy | null {
  const found = controllerOf(type, tags);
  return found === null ? null : { controller: found.controller, name: found.name };
}

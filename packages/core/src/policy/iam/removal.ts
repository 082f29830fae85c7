import type { Call } from "../../catalog/type-facts.ts";
import { callsOf, serviceOf } from "./calls/of-service.ts";

/** How operations that take tags off are called, by those that set them. */
const REMOVALS: Readonly<Record<string, string>> = {
  AddTags: "RemoveTags",
  AddTagsToResource: "RemoveTagsFromResource",
  CreateOrUpdateTags: "DeleteTags",
  CreateTags: "DeleteTags",
  TagDeliveryStream: "UntagDeliveryStream",
  TagQueue: "UntagQueue",
  TagResource: "UntagResource",
  TagResources: "UntagResources",
};

/**
 * The call that takes off what another sets.
 *
 * @throws TypeError where nobody said which that is
 * @example removalOf("ec2:CreateTags") // "ec2:DeleteTags"
 */
export function removalOf(call: Call): Call {
  const service = serviceOf(call);
  const known = callsOf(service).tagging?.removals?.[call];
  if (known !== undefined) return known;
  const removal = REMOVALS[call.slice(service.length + 1)];
  if (removal === undefined) throw new TypeError(`no call is known that takes off what ${call} sets`);
  return `${service}:${removal}`;
}

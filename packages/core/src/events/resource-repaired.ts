import * as z from "zod/mini";
import type { TagMap } from "../catalog/tags.ts";
import { about } from "../config/definition/about.ts";
import type { EventType, MadeEvent } from "./event-type.ts";
import { EXAMPLE } from "./example.ts";
import { type OfResource, resourceDetail, resourceEvent } from "./of-resource.ts";
import { roomInEvent } from "./room.ts";

const NAME = "ResourceRepaired";

/** What is told of a resource whose tags we put right. */
export interface Repaired {
  readonly set: TagMap;
  readonly removed: readonly string[];
}

/** That we put the tags of a resource right. */
export function resourceRepaired(of: OfResource, { set, removed }: Repaired): MadeEvent {
  const room = roomInEvent();
  const told = { set: room.members(set), removed: room.list(removed) };
  return resourceEvent(NAME, of, { leftOut: room.leftOut(), ...told });
}

/** Its place among the events. */
export const repairedType: EventType = {
  name: NAME,
  when: "Tagledger wrote tags to a resource, as a rule with mode repair allows.",
  detail: resourceDetail({
    set: about("The tags that were written, with their values", z.record(z.string(), z.string())),
    removed: about("The keys that were taken off", z.array(z.string())),
  }),
  example: resourceRepaired(EXAMPLE, { set: { "ml-environment": "prod" }, removed: ["ML-Environment"] }),
};

import * as z from "zod/mini";
import { about } from "../config/definition/about.ts";
import type { Fields } from "../remediation/fields.ts";
import type { EventType, MadeEvent } from "./event-type.ts";
import { EXAMPLE } from "./example.ts";
import { type OfResource, resourceDetail, resourceEvent } from "./of-resource.ts";
import { roomInEvent } from "./room.ts";
import { fields, type Hourly, hourly } from "./values.ts";

const NAME = "ResourceQuarantined";

/** What is told of a resource that was quarantined. */
export interface Quarantined {
  /** As in `ec2:stop`. */
  readonly remedy: string;
  /** What it was before. */
  readonly before: Fields;
  /** What we set. */
  readonly set: Fields;
  readonly hourly: Hourly;
}

/** That a resource was quarantined, and how it was before. */
export function resourceQuarantined(of: OfResource, { remedy, before, set, hourly }: Quarantined): MadeEvent {
  const room = roomInEvent();
  const told = { remedy, before: room.members(before), set: room.members(set), hourly };
  return resourceEvent(NAME, of, { leftOut: room.leftOut(), ...told });
}

/** Its place among the events. */
export const quarantinedType: EventType = {
  name: NAME,
  when: "A remedy is in force on a resource, as a rule with mode quarantine allows.",
  detail: resourceDetail({
    remedy: about("The remedy by its name, as ec2:stop", z.string()),
    before: about("What it was before, by name: what a release gives back", fields),
    set: about("What Tagledger set, by name", fields),
    hourly,
  }),
  example: resourceQuarantined(EXAMPLE, {
    remedy: "ec2:stop",
    before: { running: true },
    set: { running: false },
    hourly: { amount: "98.32", currency: "USD" },
  }),
};

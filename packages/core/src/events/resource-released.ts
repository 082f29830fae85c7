import * as z from "zod/mini";
import { about } from "../config/definition/about.ts";
import type { Fields } from "../remediation/fields.ts";
import type { Conflict } from "../remediation/restoration.ts";
import type { EventType, MadeEvent } from "./event-type.ts";
import { EXAMPLE } from "./example.ts";
import { type OfResource, resourceDetail, resourceEvent } from "./of-resource.ts";
import { roomInEvent } from "./room.ts";
import { fields } from "./values.ts";

const NAME = "ResourceReleased";

const conflict = z.object({
  field: about("What it is about, by name", z.string()),
  ours: about("What Tagledger had set", z.unknown()),
  found: about("What was there instead, and stays", z.unknown()),
});

/** What is told of a resource that was released. */
export interface Released {
  readonly remedy: string;
  /** Who asked for it; null where its tags became right. */
  readonly by: string | null;
  readonly restored: Fields;
  readonly conflicts: readonly Conflict[];
}

/** That a resource was given back what its quarantine took. */
export function resourceReleased(of: OfResource, { remedy, by, restored, conflicts }: Released): MadeEvent {
  const room = roomInEvent();
  const told = { remedy, by, restored: room.members(restored), conflicts: room.list(conflicts) };
  return resourceEvent(NAME, of, { leftOut: room.leftOut(), ...told });
}

/** Its place among the events. */
export const releasedType: EventType = {
  name: NAME,
  when: "A remedy was taken back, because the tags became right or a person asked for it.",
  detail: resourceDetail({
    remedy: about("The remedy by its name, as ec2:stop", z.string()),
    by: about("Who asked for it; null where its tags became right", z.nullable(z.string())),
    restored: about("What was set back to what it was before, by name", fields),
    conflicts: about("What somebody else changed meanwhile, so that it was left as it is", z.array(conflict)),
  }),
  example: resourceReleased(EXAMPLE, {
    remedy: "sagemaker:scale-endpoint",
    by: null,
    restored: { primary: 2 },
    conflicts: [{ field: "shadow", ours: 0, found: 1 }],
  }),
};

import * as z from "zod/mini";
import { about } from "../config/definition/about.ts";
import type { Finding } from "../tags/finding.ts";
import type { EventType, MadeEvent } from "./event-type.ts";
import { EXAMPLE } from "./example.ts";
import { type OfResource, resourceDetail, resourceEvent } from "./of-resource.ts";
import { roomInEvent } from "./room.ts";
import { type Hourly, hourly, instant, isoInstant } from "./values.ts";

const NAME = "ResourceViolating";

const finding = z.object({
  key: about("The tag key of the schema", z.string()),
  reason: about("Why it deviates, as missing or not-listed; there may be more reasons one day", z.string()),
  actual: about("What is there; null where nothing is", z.nullable(z.string())),
  expected: about("What the schema wants, in words", z.string()),
});

/** What is told of a resource that breaks the schema. */
export interface Violation {
  readonly findings: readonly Finding[];
  /** Epoch milliseconds from which it may be quarantined; null where nothing of the kind is planned. */
  readonly deadline: number | null;
  readonly hourly: Hourly;
}

/** That the tags of a resource break the schema, after its grace. */
export function resourceViolating(of: OfResource, { findings, deadline, hourly }: Violation): MadeEvent {
  const room = roomInEvent();
  const told = { findings: room.list(findings), hourly };
  const until = deadline === null ? null : isoInstant(deadline);
  return resourceEvent(NAME, of, { leftOut: room.leftOut(), ...told, deadline: until });
}

/** Its place among the events. */
export const violatingType: EventType = {
  name: NAME,
  when: "The grace of a resource is over, and its live tags break the schema.",
  detail: resourceDetail({
    findings: about("How its tags deviate", z.array(finding)),
    deadline: about(
      "From when on it may be quarantined; null where nothing of the kind is planned",
      z.nullable(instant),
    ),
    hourly,
  }),
  example: resourceViolating(EXAMPLE, {
    findings: [
      {
        key: "ml-team",
        reason: "missing",
        actual: null,
        expected: "one of fraud-detection, personalization",
      },
    ],
    deadline: EXAMPLE.at + 24 * 3_600_000,
    hourly: { amount: "98.32", currency: "USD" },
  }),
};

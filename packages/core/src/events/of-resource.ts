import * as z from "zod/mini";
import { about } from "../config/definition/about.ts";
import type { MadeEvent } from "./event-type.ts";
import { instant, isoInstant } from "./values.ts";

/** Whose event it is, and what decided. */
export interface OfResource {
  /** Its ARN, else its name in the ledger. */
  readonly resource: string;
  /** What tells it from others that had the same name. */
  readonly incarnation: string;
  /** Service and type as in `ec2:instance`. */
  readonly type: string;
  readonly account: string | null;
  readonly region: string | null;
  readonly team: string | null;
  readonly environment: string | null;
  /** The place of the rule that decided, as `enforcement.rules[1]`. */
  readonly rule: string;
  /** The hash of the configuration that decided. */
  readonly configuration: string;
  /** Epoch milliseconds at which it happened. */
  readonly at: number;
}

const VERSION = "1";

const shared = {
  version: about("The version of this form; what is added to it does not change the version", z.literal("1")),
  id: about("The same whenever this event is delivered again", z.string()),
  resource: about("Its ARN, else the name under which it is known", z.string()),
  incarnation: about("What tells it from others that had the same name before", z.string()),
  type: about("Service and type, as ec2:instance", z.string()),
  account: about("Its account; null where that is not known", z.nullable(z.string())),
  region: about("Its region; null where it is of none, or that is not known", z.nullable(z.string())),
  team: about("The team that owns it; null where none is established", z.nullable(z.string())),
  environment: about("Its environment; null where none is established", z.nullable(z.string())),
  rule: about("The place in the configuration of the rule that decided", z.string()),
  configuration: about("The hash of the configuration that decided", z.string()),
  at: about("When it happened, in UTC", instant),
  leftOut: about(
    "How many entries of the lists below were left out, for the size of the event",
    z.int().check(z.gte(0)),
  ),
};

/** The definition of what is told of a resource, from what an event tells besides what all tell. */
export function resourceDetail<Own extends z.core.$ZodLooseShape>(own: Own) {
  return z.object({ ...shared, ...own });
}

/** Makes an event of a resource, whose id follows from whose it is, what happened and when. */
export function resourceEvent<Own extends { readonly leftOut: number }>(
  name: string,
  { at, ...of }: OfResource,
  own: Own,
): MadeEvent {
  const when = isoInstant(at);
  const id = [name, of.resource, of.incarnation, when].join(" ");
  return { id, type: name, at, detail: { version: VERSION, id, ...of, at: when, ...own } };
}

import type { Attributes } from "./price.ts";

/** When something happened to a resource. */
interface Happened {
  /** Epoch milliseconds. */
  readonly at: number;
  /** Null where no event told. */
  readonly eventId: string | null;
}

/** What happened to one resource that decides whether it costs something, and how much. */
export type Moment =
  | (Happened & {
      readonly kind: "created";
      readonly attributes: Attributes;
      /** Epoch milliseconds at which it has ended at the latest, as a job with a limit has; null where nothing says so. */
      readonly endsBy: number | null;
    })
  | (Happened & { readonly kind: "changed"; readonly attributes: Attributes })
  | (Happened & { readonly kind: "started" })
  | (Happened & {
      readonly kind: "stopped";
      /** Epoch milliseconds at which AWS starts it again by itself; null where it does not. */
      readonly resumes: number | null;
    })
  | (Happened & { readonly kind: "ended" });

/** Of what happens in one moment, this comes first: CloudTrail tells whole seconds only. */
const RANK = { created: 0, changed: 1, started: 2, stopped: 3, ended: 4 } as const;

/**
 * Puts moments in one order, whatever the order they came in; moments of the same content stay next to each other.
 *
 * @example inOrder([stopped, created])[0]?.kind // "created"
 */
export function inOrder(moments: readonly Moment[]): Moment[] {
  return moments
    .map((moment) => ({ moment, text: textOf(moment) }))
    .sort(
      (a, b) =>
        a.moment.at - b.moment.at ||
        RANK[a.moment.kind] - RANK[b.moment.kind] ||
        (a.text < b.text ? -1 : a.text > b.text ? 1 : 0),
    )
    .map(({ moment }) => moment);
}

/** All that a moment says, in one way. */
function textOf(moment: Moment): string {
  const attributes = "attributes" in moment ? Object.entries(moment.attributes).sort() : [];
  const limit = moment.kind === "created" ? moment.endsBy : moment.kind === "stopped" ? moment.resumes : null;
  return JSON.stringify([moment.eventId, attributes, limit]);
}

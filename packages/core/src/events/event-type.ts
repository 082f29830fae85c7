import type * as z from "zod/mini";

/** One kind of event that others can hear: what it tells, and when it is said. */
export interface EventType {
  /** As in `ResourceQuarantined`: the `detail-type` on the bus. */
  readonly name: string;
  /** When it is published, as a sentence. */
  readonly when: string;
  /** What it tells: the one definition that documentation and examples are held against. */
  readonly detail: z.ZodMiniType;
  /** One such event. */
  readonly example: MadeEvent;
}

/** An event as it is handed to the ledger, which keeps it until it is sent. */
export interface MadeEvent {
  /** The same whenever it is made again of the same happening. */
  readonly id: string;
  readonly type: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** An event that tells others what we did, until it was handed over. */
export interface OutgoingEvent {
  /** The same whenever it is sent again. */
  readonly id: string;
  /** As in `ResourceQuarantined`. */
  readonly type: string;
  /** When it happened, in epoch milliseconds. */
  readonly at: number;
  /** What it tells: JSON. */
  readonly detail: Readonly<Record<string, unknown>>;
}

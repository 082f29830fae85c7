/** What a tag was from an instant on, as the ledger says. */
export interface TagSince {
  readonly key: string;
  /** Null where it was removed, or carries a value that nobody could see. */
  readonly value: string | null;
  /** Epoch milliseconds. */
  readonly since: number;
}

/** One life of a resource, with all its tags at all times. */
export interface TaggedLife {
  /** The name under which the ledger knows it; others had it before, or will. */
  readonly resource: string;
  readonly arn: string | null;
  readonly id: string;
  /** Service and type as in `ec2:instance`. */
  readonly type: string;
  readonly account: string | null;
  readonly region: string | null;
  /** Epoch milliseconds. */
  readonly created: number;
  /** Epoch milliseconds; null while it is there. */
  readonly ended: number | null;
  /** Whether the event of its creation was seen; what was only found later may be of any age. */
  readonly foundBy: "event" | "sweep";
  /** The oldest first. */
  readonly tags: readonly TagSince[];
}

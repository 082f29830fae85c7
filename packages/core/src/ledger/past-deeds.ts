/** Something that was done, as breakers count it. */
export interface PastDeed {
  /** The name of the resource in the ledger. */
  readonly resource: string;
  readonly account: string | null;
  readonly deed: "quarantine" | "release";
  /** Epoch milliseconds. */
  readonly at: number;
  /** What the resource costs an hour, in US dollars as a decimal; null where nobody knows. */
  readonly usdPerHour: string | null;
}

/** That a breaker held something back. */
export interface Hold {
  /** As `account 111122223333`, `organization`, `money`, or `restarts` for what is to be given back. */
  readonly breaker: string;
  /** The last time that it did so, in epoch milliseconds. */
  readonly at: number;
}

/** What was done of late in all accounts together. */
export interface PastDeeds {
  /** Counts the changes, from 0; whoever adds to it says which version they have seen. */
  readonly version: number;
  /** The oldest first. */
  readonly deeds: readonly PastDeed[];
  /** One for each breaker that held something back of late. */
  readonly holds: readonly Hold[];
}

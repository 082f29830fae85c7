/** That one worker acts on a resource, and no other does meanwhile. */
export interface Lease {
  /** The name of the resource in the ledger. */
  readonly resource: string;
  /** When it was taken, in epoch milliseconds. */
  readonly at: number;
  /** When it ends by itself, in epoch milliseconds: whoever took it may have died. */
  readonly until: number;
}

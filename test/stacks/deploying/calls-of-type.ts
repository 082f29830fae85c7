/** What is called to make, read, change and remove a resource of some type, and on what. */
export interface Calls {
  /** The ARNs of such resources, with `REGION`, `ACCOUNT`, `STAGE` and `IDENTITY` to fill in. */
  readonly on: readonly string[];
  readonly actions: readonly string[];
}

/** What all names of ours begin with. */
export const OURS = "tagledger-STAGE";

/** A resource of the ledger, and the tags that it carried from which instant on. */
export interface DatedResource {
  readonly arn: string | null;
  readonly id: string;
  /** Service and type as in `ec2:instance`. */
  readonly type: string;
  readonly account: string | null;
  readonly region: string | null;
  /**
   * In the order of time. The first reaches back to its creation: a resource does not change hands by being tagged late.
   * `values` are of the tag keys asked for, in their order; empty where there is none.
   */
  readonly states: readonly { readonly since: number; readonly values: readonly string[] }[];
}

import { type Amount, sum } from "../../costs/money.ts";
import type { EstablishedSum } from "../report.ts";

/** How much of direct cost names its team by a tag of its own. */
export interface TagCoverage {
  readonly tagged: Amount;
  /** Direct cost whose team was inferred, assigned or decided by a policy. */
  readonly inferred: Amount;
}

/**
 * Tag coverage by cost: direct cost whose team its own tag established, on the bill or as the ledger remembers it, and the
 * rest of direct cost.
 */
export function tagCoverage(established: readonly EstablishedSum[]): TagCoverage {
  const ofKind = (isTag: boolean) =>
    sum(
      established.filter(({ by }) => (by === "tag" || by === "ledger") === isTag).map(({ amount }) => amount),
    );
  return { tagged: ofKind(true), inferred: ofKind(false) };
}

import type { Sought } from "@tagledger/core/ports";

/** An account and one of its regions. */
export interface Place {
  readonly account: string;
  readonly region: string;
}

/**
 * Where a resource is asked for: its ARN knows best, for an event may be of another region. What is of no region is
 * asked for in the first that we know of its account, and what is of no account in the only one there is.
 *
 * @returns null where that is not known
 */
export function placeOf({ arn, account, region }: Sought, known: readonly Place[]): Place | null {
  const [, , , ofRegion = "", ofAccount = ""] = arn?.split(":") ?? [];
  const where = ofAccount || account || soleAccount(known);
  if (where === null) return null;
  const at = ofRegion || region || known.find((place) => place.account === where)?.region;
  return at === undefined ? null : { account: where, region: at };
}

function soleAccount(known: readonly Place[]): string | null {
  const [first, ...others] = new Set(known.map(({ account }) => account));
  return first !== undefined && others.length === 0 ? first : null;
}

import type { Lease } from "@tagledger/core/ledger/lease";
import { encode } from "./codec.ts";
import { instantVersion, type Put } from "./items.ts";
import { leaseKey } from "./keys.ts";

/** Before every instant at which a lease is taken, and so never when one ends. */
const GIVEN_BACK = 1;

/**
 * Takes a lease where the one before has ended, which is its version.
 *
 * @throws RangeError when it ends no later than it begins
 */
export function leaseChange(lease: Lease): Put {
  const { resource, at, until } = lease;
  if (until <= at) throw new RangeError(`the lease of ${resource} ends at ${until}, not after ${at}`);
  return { item: leaseItem(lease, instantVersion(until)), when: { versionAtMost: instantVersion(at) } };
}

/** Ends a lease before its time. It is not removed: whoever asks again because an answer was lost must find what was done. */
export function unleaseChange(lease: Lease): Put {
  return { item: leaseItem(lease, GIVEN_BACK), when: { version: instantVersion(lease.until) } };
}

function leaseItem(lease: Lease, version: number) {
  return { ...leaseKey(lease.resource), version, expires: lease.until, body: encode(lease) };
}

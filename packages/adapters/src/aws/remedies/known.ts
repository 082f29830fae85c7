import type { Condition } from "@tagledger/core/catalog/type-facts";
import { isNamed } from "../inventory/misses.ts";

const DENIED = ["AccessDenied", "UnauthorizedOperation", "NotAuthorized"];

/**
 * The conditions of which it is known whether they hold.
 *
 * @example known({ "in-fleet": false, "stop-protected": undefined }) // { "in-fleet": false }
 */
export function known(
  conditions: Readonly<Partial<Record<Condition, boolean | undefined>>>,
): Readonly<Partial<Record<Condition, boolean>>> {
  const all: Partial<Record<Condition, boolean>> = {};
  for (const [condition, holds] of Object.entries(conditions) as [Condition, boolean | undefined][]) {
    if (holds !== undefined) all[condition] = holds;
  }
  return all;
}

/** What a look beside the main one shows; undefined where we may not look. */
export async function unlessDenied<Seen>(look: Promise<Seen>): Promise<Seen | undefined> {
  try {
    return await look;
  } catch (error) {
    if (isNamed(error, DENIED)) return undefined;
    throw error;
  }
}

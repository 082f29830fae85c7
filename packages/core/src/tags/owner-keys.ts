import { plain } from "./near.ts";

/** Keys under which people write who something belongs to, as {@link plain} reads them. */
const OWNER_KEYS = new Set([
  "owner",
  "owners",
  "owneremail",
  "ownedby",
  "mlowner",
  "createdby",
  "creator",
  "contact",
  "maintainer",
  "responsible",
  "requester",
  "squad",
  "teamname",
  // What AWS itself writes, as `aws:createdBy`.
  "awscreatedby",
]);

/**
 * Says whether people write under a key who something belongs to.
 *
 * @example isOwnerKey("Created-By") // true
 */
export function isOwnerKey(key: string): boolean {
  return OWNER_KEYS.has(plain(key));
}

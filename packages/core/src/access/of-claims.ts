import { type Auth, granted } from "./granted.ts";
import type { Viewer } from "./viewer.ts";

/**
 * Whom the claims of a token, whose signature was checked, make of its bearer; null where they name nobody.
 *
 * @example viewerOfClaims(auth, { sub: "ann", groups: ["vision"] })?.teams // ["vision"]
 */
export function viewerOfClaims(auth: Auth, claims: Readonly<Record<string, unknown>>): Viewer | null {
  const { sub } = claims;
  if (typeof sub !== "string" || sub === "") return null;
  // A claim's name is taken as it is written: many contain dots and slashes, and none of them is a path.
  const groups = Object.hasOwn(claims, auth.teamsClaim) ? groupsIn(claims[auth.teamsClaim]) : [];
  return { name: sub, ...granted(auth, groups), via: "jwt" };
}

/** A list of names, or a text of names with spaces or commas between them. */
function groupsIn(claim: unknown): string[] {
  if (typeof claim === "string") return claim.split(/[\s,]+/).filter((name) => name !== "");
  if (!Array.isArray(claim)) return [];
  return claim.filter((name) => typeof name === "string");
}

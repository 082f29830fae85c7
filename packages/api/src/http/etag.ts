import type { Viewer } from "@tagledger/core/access/viewer";
import type { Hash } from "@tagledger/core/ports";
import type { Incoming } from "./incoming.ts";

/**
 * The tag of an answer: it follows from the version of what is shown, from what was asked and from whose eyes it is for, so
 * that it tells nobody whether others see the same.
 */
export function etagOf(
  { sha256 }: Hash,
  version: string,
  { path, query }: Pick<Incoming, "path" | "query">,
  { teams, seesAll, scopes }: Pick<Viewer, "teams" | "seesAll" | "scopes">,
): string {
  const asked = new URLSearchParams(query);
  asked.sort();
  const key = JSON.stringify([version, path, asked.toString(), seesAll ? null : teams, scopes]);
  // Weak: the same answer may be compressed in one way or another.
  return `W/"${sha256(key)}"`;
}

/** Whether a reader has an answer already, by its `If-None-Match`. */
export function isKnown(etag: string, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false;
  const opaque = (tag: string) => tag.trim().replace(/^W\//, "");
  return ifNoneMatch.split(",").some((tag) => tag.trim() === "*" || opaque(tag) === opaque(etag));
}

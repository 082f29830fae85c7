import { decide, teamsSeenBy } from "@tagledger/core/access/decide";
import type { Viewer } from "@tagledger/core/access/viewer";
import type { Basis } from "@tagledger/core/costs/charge";
import type { Snapshot } from "@tagledger/core/snapshots/snapshot";
import type { ApiSystem } from "./system.ts";

/** The snapshot that is read of a month; null where there is none. */
export async function snapshotOf(
  system: Pick<ApiSystem, "snapshots">,
  { period, basis }: { readonly period: string; readonly basis: Basis },
): Promise<Snapshot | null> {
  const records = await system.snapshots();
  const newest = (await records.state(period, basis)).snapshots.at(-1);
  return newest === undefined ? null : records.read(newest.id, newest.digest);
}

/** Whether somebody sees a team's figures; null stands for what is nobody's. */
export function seesTeam(viewer: Viewer, team: string | null): boolean {
  return decide(viewer, { scope: "read", of: { team } }) === "allowed";
}

/** Whether somebody sees what is nobody's, and the whole. */
export function seesEverything(viewer: Viewer): boolean {
  return decide(viewer, { scope: "read", of: "everyone" }) === "allowed";
}

/**
 * The teams to which an answer is narrowed: the one that is asked for, or all that are theirs; `all` where nothing is to be
 * left out, null where what is asked for is not theirs.
 *
 * @example teamsFor(viewer, "rivals") // null
 */
export function teamsFor(viewer: Viewer, asked: string | undefined): readonly string[] | "all" | null {
  if (asked !== undefined) return seesTeam(viewer, asked === "" ? null : asked) ? [asked] : null;
  return teamsSeenBy(viewer) ?? "all";
}

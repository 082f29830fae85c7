import type { Viewer } from "@tagledger/core/access/viewer";
import type { Snapshot } from "@tagledger/core/snapshots/snapshot";
import * as z from "zod/mini";
import { ABSENT, found, type Outcome } from "./outcome.ts";
import { type Route, route } from "./route.ts";
import { monthPath, monthQuery } from "./schemas/asked.ts";
import { seesEverything, snapshotOf, teamsFor } from "./seen.ts";

/** Whose figures of a snapshot are shown. */
export interface Shown {
  readonly snapshot: Snapshot;
  /** The teams that are kept; `all` where nothing is left out. */
  readonly teams: readonly string[] | "all";
  readonly viewer: Viewer;
}

/**
 * A route that shows something of a month's snapshot to those who see it.
 *
 * @param of whom it tells: of `teams`, narrowed to those that are seen, or of `everyone`, hidden from those who do not see all
 */
export function monthRoute({
  part,
  of,
  show,
  ...about
}: Pick<Route, "operation" | "summary" | "response"> & {
  readonly part: string;
  readonly of: "teams" | "everyone";
  readonly show: (shown: Shown) => unknown;
}): Route {
  return route({
    ...about,
    method: "GET",
    path: `/api/v1/months/{period}/${part}`,
    scope: "read",
    parameters: monthPath,
    query: of === "teams" ? z.strictObject(monthQuery) : z.strictObject({ basis: monthQuery.basis }),
    body: null,
    async handle({ path, query, viewer }, system): Promise<Outcome> {
      const teams = teamsFor(
        viewer,
        "team" in query && typeof query.team === "string" ? query.team : undefined,
      );
      if (teams === null || (of === "everyone" && !seesEverything(viewer))) return ABSENT;
      const snapshot = await snapshotOf(system, { period: path.period, basis: query.basis });
      return snapshot === null ? ABSENT : found(snapshot.digest, () => show({ snapshot, teams, viewer }));
    },
  });
}

/** Of what figures are. */
export function headOf({ period, currency, basis, id }: Snapshot) {
  return { period, currency, basis, snapshot: id };
}

/** Whether a team is among those shown; null stands for what is nobody's. */
export function isShown({ teams }: Pick<Shown, "teams">, team: string | null): boolean {
  return teams === "all" || teams.includes(team ?? "");
}

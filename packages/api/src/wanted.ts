import type { Viewer } from "@tagledger/core/access/viewer";
import { parsePeriod } from "@tagledger/core/costs/period";
import type * as z from "zod/mini";
import type { Wanted } from "./resources.ts";
import type { filterQuery } from "./schemas/resource.ts";
import { teamsFor } from "./seen.ts";

/** The resources that somebody asks for, of those that they see; null where they ask for somebody else's. */
export function wantedOf(
  { team, verdict, period }: z.output<typeof filterQuery>,
  viewer: Viewer,
): Wanted | null {
  const teams = teamsFor(viewer, team);
  if (teams === null) return null;
  const span = period === undefined ? undefined : parsePeriod(period);
  return { teams, verdict, from: span?.start, to: span?.end };
}

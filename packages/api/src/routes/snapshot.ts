import { formatAmount } from "@tagledger/core/costs/money";
import type { SnapshotDifference } from "@tagledger/core/snapshots/difference";
import * as z from "zod/mini";
import { ABSENT, found } from "../outcome.ts";
import { route } from "../route.ts";
import { NOTHING } from "../schemas/asked.ts";
import { snapshot as response } from "../schemas/snapshot.ts";
import { snapshotId } from "../schemas/values.ts";
import { seesEverything, seesTeam } from "../seen.ts";

/** What a snapshot was made of, and what changed by it. */
export const snapshotRoute = route({
  method: "GET",
  path: "/api/v1/snapshots/{id}",
  operation: "readSnapshot",
  summary: "What a snapshot was made of, and what it changed for the teams that you see",
  scope: "read",
  parameters: z.strictObject({ id: snapshotId }),
  query: NOTHING,
  body: null,
  response,
  async handle({ path, viewer }, system) {
    const snapshot = await (await system.snapshots()).read(path.id);
    if (snapshot === null) return ABSENT;
    const { id, period, currency, basis, digest, at, configuration, previous, bills, sources, difference } =
      snapshot;
    return found(digest, () => ({
      ...{ period, currency, basis, snapshot: id },
      digest,
      at: new Date(at).toISOString(),
      configuration,
      previous,
      bills: bills.map(({ export: name, version, sequence }) => ({ export: name, version, sequence })),
      // They name places inside.
      sources: seesEverything(viewer) ? sources : null,
      difference: difference && differenceView(difference, (team) => seesTeam(viewer, team)),
    }));
  },
});

function differenceView({ since, teams }: SnapshotDifference, isSeen: (team: string | null) => boolean) {
  const seen = teams.filter(({ team }) => isSeen(team));
  return {
    since,
    teams: seen.map(({ team, before, after, causes }) => ({
      team,
      before: formatAmount(before),
      after: formatAmount(after),
      causes: causes && {
        bill: formatAmount(causes.bill),
        usage: formatAmount(causes.usage),
        configuration: formatAmount(causes.configuration),
      },
    })),
  };
}

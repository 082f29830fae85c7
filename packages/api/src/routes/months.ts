import type { SnapshotState } from "@tagledger/core/snapshots/state";
import { groupBy } from "@tagledger/core/text/group-by";
import { ABSENT, found } from "../outcome.ts";
import { route } from "../route.ts";
import { monthPath, NOTHING } from "../schemas/asked.ts";
import { month, months } from "../schemas/report.ts";

/** Which months there are. */
export const monthsRoute = route({
  method: "GET",
  path: "/api/v1/months",
  operation: "listMonths",
  summary: "The months of which there are figures, and the snapshot that is read of each",
  scope: "read",
  parameters: NOTHING,
  query: NOTHING,
  body: null,
  response: months,
  async handle(_, system) {
    const made = madeIn(await (await system.snapshots()).states());
    const byPeriod = [...groupBy(made, ({ period }) => period).values()];
    return found(versionOf(made), () => ({ months: byPeriod.flatMap(monthsIn) }));
  },
});

/** One month. */
export const monthRoute = route({
  method: "GET",
  path: "/api/v1/months/{period}",
  operation: "readMonth",
  summary: "The snapshots that are read of a month",
  scope: "read",
  parameters: monthPath,
  query: NOTHING,
  body: null,
  response: month,
  async handle({ path }, system) {
    const made = madeIn(await (await system.snapshots()).states());
    const [read] = monthsIn(made.filter(({ period }) => period === path.period));
    return read === undefined ? ABSENT : found(versionOf(made), () => read);
  },
});

function madeIn(states: readonly SnapshotState[]): readonly SnapshotState[] {
  return states.filter(({ snapshots }) => snapshots.length > 0);
}

function monthsIn(states: readonly SnapshotState[]) {
  const [first] = states;
  if (first === undefined) return [];
  const bases = states.flatMap(({ basis, snapshots }) => {
    const newest = snapshots.at(-1);
    if (newest === undefined) return [];
    const at = new Date(newest.at).toISOString();
    return [{ basis, snapshot: newest.id, at, snapshots: snapshots.length }];
  });
  return [{ period: first.period, bases }];
}

function versionOf(states: readonly SnapshotState[]): string {
  return JSON.stringify(
    states.map(({ period, basis, snapshots }) => [period, basis, ...snapshots.map(({ digest }) => digest)]),
  );
}

import { DIMENSIONS } from "@tagledger/core/config/definition/match";
import { badInput } from "@tagledger/core/errors";
import type { MonthAsked } from "@tagledger/core/flows/month/read-month";
import { narrow } from "@tagledger/core/reports/narrow";
import { renderFocus } from "@tagledger/core/reports/render/focus";
import { focusSource } from "@tagledger/core/snapshots/focus-source";
import type { Snapshots } from "./system.ts";

const PARTIES = { provider: "Amazon Web Services", billingAccount: null };

/** A month in the columns of FOCUS, narrowed to teams. */
export async function focusOfMonth(
  snapshots: Snapshots,
  { period, basis, teams }: MonthAsked,
): Promise<string> {
  const newest = (await snapshots.state(period, basis)).snapshots.at(-1);
  const snapshot = newest === undefined ? null : await snapshots.read(newest.id, newest.digest);
  if (snapshot === null) throw badInput(`${period}: this month is not kept any more`);
  const report = narrow(snapshot.report, { groupBy: DIMENSIONS, teams: teams ?? undefined });
  return renderFocus(focusSource({ ...snapshot, report }, PARTIES));
}

import type { InputRecord, PublishedPeriod } from "../ledger/records.ts";
import { isoTime } from "../ledger/view/resource.ts";
import type { Ledger } from "../ports.ts";

/** What there is to see: published reports, and what was read. Times are ISO 8601 in UTC. */
export interface OverviewView {
  readonly periods: readonly (Omit<PublishedPeriod, "asOf"> & { readonly asOf: string })[];
  readonly inputs: readonly (Omit<InputRecord, "at"> & { readonly at: string })[];
  /** All teams that own a resource or a part of a bill, ordered by name. */
  readonly teams: readonly string[];
}

/**
 * Lists what a ledger holds.
 *
 * @example (await overview({ ledger })).periods[0]?.period // "2026-09"
 */
export async function overview({ ledger }: { readonly ledger: Ledger }): Promise<OverviewView> {
  const [periods, inputs, counts] = [await ledger.periods(), await ledger.inputs(), await ledger.count({})];
  const owners = counts.teams.map(({ value }) => value);
  const payers = await Promise.all(periods.map((published) => payersOf(ledger, published)));
  return {
    periods: periods.map((each) => ({ ...each, asOf: isoTime(each.asOf) })),
    inputs: inputs.map((each) => ({ ...each, at: isoTime(each.at) })),
    teams: [...new Set([...owners, ...payers.flat()])].filter((team) => team !== null).sort(),
  };
}

async function payersOf(ledger: Ledger, { period, basis }: PublishedPeriod): Promise<(string | null)[]> {
  const published = await ledger.readReport(period, basis);
  return published?.report.leaves.map(({ leaf }) => leaf.team) ?? [];
}

import type { PeriodState } from "../../bills/period-state.ts";
import { BASES, type Basis } from "../../costs/charge.ts";
import { badInput } from "../../errors.ts";
import type { BillRecords } from "../../ports/ingestion.ts";
import type { SnapshotBill } from "../../snapshots/snapshot.ts";

/** The bills of a period as they are read now. */
export interface NewestBills {
  readonly state: PeriodState;
  /** Ordered by export. */
  readonly bills: readonly SnapshotBill[];
  /** Where the cells of each are kept. */
  readonly cells: readonly (string | null)[];
  /** Those that all of them hold. */
  readonly bases: readonly Basis[];
}

/** Where it is kept which versions of bills there are. */
export type BillVersions = Pick<BillRecords, "period" | "versions">;

/**
 * Which versions of bills are read for a period.
 *
 * @throws bad-input where there are none, or they are in several currencies
 */
export async function newestBills(records: BillVersions, period: string): Promise<NewestBills> {
  const state = await records.period(period);
  const versions = await records.versions(period);
  const read = Object.entries(state.pointers)
    .flatMap(
      ([name, { version }]) => versions.find((each) => each.export === name && each.id === version) ?? [],
    )
    .sort((a, b) => (a.export < b.export ? -1 : 1));
  if (read.length === 0) throw badInput(`${period}: no bill of it was taken in`, { period });
  const contents = read.flatMap((version) => version.contents ?? []);
  const currencies = [...new Set(contents.map(({ currency }) => currency))]
    .filter((each) => each !== "")
    .sort();
  if (currencies.length > 1)
    throw badInput(
      `${period}: its bills are in several currencies (${currencies.join(", ")}), and a snapshot is in one`,
      { period, currencies },
    );
  return {
    state,
    bills: read.map(({ export: name, id, sequence, deliveredAt }) => ({
      export: name,
      version: id,
      sequence,
      deliveredAt,
    })),
    cells: read.map((version) => version.contents?.cells ?? null),
    bases: BASES.filter((basis) => contents.every(({ bases }) => bases.includes(basis))),
  };
}

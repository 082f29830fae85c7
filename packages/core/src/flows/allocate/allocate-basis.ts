import type { Basis } from "../../costs/charge.ts";
import type { UsageRow } from "../../costs/sharing/usage.ts";
import { comeTo } from "../../snapshots/details-come-to.ts";
import { HeardPlaces } from "../../snapshots/heard-places.ts";
import { holderTotals } from "../../snapshots/holder-totals.ts";
import { makeSnapshot } from "../../snapshots/make.ts";
import type { Snapshot } from "../../snapshots/snapshot.ts";
import type { SnapshotState } from "../../snapshots/state.ts";
import { type Divided, divide } from "../divide.ts";
import type { GatheredUsage } from "../gather-usage.ts";
import { storedBills } from "../stored-bills.ts";
import { keepDetails } from "./keep-details.ts";
import type { NewestBills } from "./newest-bills.ts";
import { areNoted, noteBills, publishSnapshot, tellBudgets } from "./publish-snapshot.ts";
import { readBefore } from "./read-before.ts";
import type { Allocated, AllocatePorts, AllocateRequest } from "./request.ts";
import { sinceBefore } from "./since-before.ts";

/** What one try divides, as it was found at one moment. */
export interface Found {
  readonly newest: NewestBills;
  readonly state: SnapshotState;
  readonly gathered: GatheredUsage;
  /** With that of earlier months, where pools fall back on it. */
  readonly usage: readonly UsageRow[];
  /** When usage was gathered. */
  readonly at: number;
}

/**
 * Divides the bills of a period on a basis and publishes what comes of it, where that is new.
 *
 * @returns undefined where bills or snapshots changed meanwhile: all of it is to be looked at again
 */
export async function allocateBasis(
  ports: AllocatePorts,
  request: AllocateRequest,
  basis: Basis,
  found: Found,
): Promise<Allocated | undefined> {
  const { config, configuration } = request;
  const { newest, state, gathered, usage, at } = found;
  const { bills } = newest;
  const { period } = state;
  const places = new HeardPlaces();
  const divided = await divideStored(ports, request, found, { basis, places });
  const keep = () => keepDetails(ports, { period, config, versions: bills }, divided, places);
  const read = state.snapshots.at(-1);
  const before = await readBefore(ports.snapshots, state);
  if (read !== undefined && before === null) ports.note?.(lostWords(read.id, state));
  const { report } = divided;
  if (read !== undefined && before !== null && isSame(before, divided)) {
    // Days may be others where the charges are the same.
    const kept = await ports.snapshots.details(read.id);
    if (!areNoted(bills, read) || kept === null || !comeTo(kept, report)) await keep();
    if (!(await noteBills(ports, newest, state))) return undefined;
    const spent = { id: before.id, period, basis, currency: report.currency, at, config, report };
    const crossed = await tellBudgets(ports, spent);
    return { period, basis, outcome: "again", snapshot: before, reason: null, crossed };
  }
  const difference =
    before === null ? null : await sinceBefore(ports, request, before, { report, usage, bills, basis });
  const { sources } = gathered;
  const previous = read?.id ?? null;
  const snapshot = makeSnapshot(
    divided,
    { at, bills, config, configuration, usage, sources, previous, difference },
    ports.hash.sha256,
  );
  await keep();
  await ports.snapshots.keep(snapshot);
  const crossed = await publishSnapshot(ports, snapshot, { state, seen: newest.state });
  if (crossed === null) return undefined;
  const more = await tellBudgets(ports, snapshot);
  return { period, basis, outcome: "published", snapshot, reason: null, crossed: [...crossed, ...more] };
}

/** What was divided by an earlier version of this program may come to other figures under the same hash. */
function isSame({ id, report }: Snapshot, divided: Divided): boolean {
  if (id !== divided.snapshot) return false;
  const entries = [...holderTotals(report).values()].map(({ holder, amount: total }) => ({ holder, total }));
  return comeTo(entries, divided.report);
}

function lostWords(id: string, { period, basis }: SnapshotState): string {
  return `${period} ${basis}: the snapshot ${id} is not kept as it was; the month is divided as if there had been none`;
}

function divideStored(
  ports: AllocatePorts,
  { config }: AllocateRequest,
  { newest, state: { period }, usage }: Found,
  { basis, places }: { readonly basis: Basis; readonly places: HeardPlaces },
): Promise<Divided> {
  ports.progress?.(`${period}: dividing ${basis} cost`);
  const bills = storedBills(ports, { period, config, versions: newest.bills });
  return divide({ bills, hash: ports.hash }, { bill: [], config, usage, basis, period }, places);
}

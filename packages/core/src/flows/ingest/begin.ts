import type { Delivery } from "../../bills/delivery.ts";
import type { PeriodState } from "../../bills/period-state.ts";
import type { BillVersion } from "../../bills/version.ts";
import { versionId } from "../../bills/version-id.ts";
import type { BillWrite } from "../../ports/ingestion.ts";
import { patiently } from "./patiently.ts";
import type { Attempt, Ingested, IngestPorts, IngestRules } from "./request.ts";
import { settledBy } from "./settled.ts";

/** A version that is to be read, and has its number. */
export interface Begun {
  readonly attempt: Attempt;
  readonly version: BillVersion;
}

/** Decides whether a delivery is to be read at all, and gives it its number where it is. */
export async function begin(
  ports: IngestPorts,
  rules: IngestRules,
  delivery: Delivery,
): Promise<Begun | { readonly settled: Ingested }> {
  const id = versionId(delivery, ports.hash.sha256);
  return patiently(delivery, async () => {
    const state = await ports.records.period(delivery.period);
    const versions = await ports.records.versions(delivery.period);
    const known = versions.find((each) => each.export === delivery.export && each.id === id);
    const settled = settledBy({ state, delivery, id, version: known }, rules);
    if (settled !== null && known !== undefined) return { settled: { delivery, version: known, ...settled } };
    const isRead = state.pointers[delivery.export]?.version === id;
    const keepsStory = known !== undefined && (isRead || known.status === "superseded");
    const numbered = versionOf(delivery, id, known, state, rules);
    const version: BillVersion =
      settled === null || settled.outcome === "again"
        ? numbered
        : { ...numbered, status: settled.outcome, reason: settled.reason };
    const sequences = { ...state.sequences, [delivery.export]: version.sequence };
    const writes: BillWrite[] = [
      { kind: "period", state: { ...state, sequences }, revision: state.revision },
      ...(keepsStory ? [] : [{ kind: "version", version } as const]),
    ];
    const { done } = await ports.records.transact(writes);
    if (!done) return undefined;
    return settled === null
      ? { attempt: { ...delivery, keepsStory }, version }
      : { settled: { delivery, version, ...settled } };
  });
}

/**
 * A version as it begins, with a number of its own: an earlier try that broke off, or another that runs at this moment, may
 * have written days under theirs.
 */
function versionOf(
  delivery: Delivery,
  id: string,
  known: BillVersion | undefined,
  { sequences }: PeriodState,
  { configuration, clock }: IngestRules,
): BillVersion {
  const { export: name, period, execution, deliveredAt, manifest, parts } = delivery;
  return {
    id,
    export: name,
    period,
    execution,
    source: manifest ?? parts[0]?.place ?? "",
    deliveredAt,
    sequence: (sequences[name] ?? 0) + 1,
    status: "staged",
    at: clock(),
    reason: null,
    configuration,
    contents: known?.contents ?? null,
    days: null,
  };
}

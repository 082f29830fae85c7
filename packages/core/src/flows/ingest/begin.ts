import type { Delivery } from "../../bills/delivery.ts";
import { isOlder } from "../../bills/order.ts";
import type { PeriodState } from "../../bills/period-state.ts";
import type { BillVersion } from "../../bills/version.ts";
import { versionId } from "../../bills/version-id.ts";
import { patiently } from "./patiently.ts";
import type { Ingested, IngestPorts, IngestRules } from "./request.ts";

/** A version that is to be read, and has its number. */
export interface Begun {
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
    const pointer = state.pointers[delivery.export];
    if (pointer?.version === id && pointer.configuration === rules.placing && known !== undefined)
      return { settled: { delivery, outcome: "again", version: known, reason: null } };
    if (known?.status === "held" && state.closed !== null)
      return { settled: { delivery, outcome: "held", version: known, reason: known.reason } };
    const version = versionOf(delivery, id, known, state, rules);
    if (pointer !== undefined && pointer.version !== id && isOlder(delivery, id, pointer)) {
      const reason = `a version of ${new Date(pointer.deliveredAt).toISOString()} is read`;
      const late: BillVersion = { ...version, status: "late", reason };
      // What was read before it was overtaken keeps its own number and story.
      if (known === undefined) await ports.records.transact([{ kind: "version", version: late }]);
      return { settled: { delivery, outcome: "late", version: known ?? late, reason } };
    }
    const begun: BillVersion = { ...version, status: "staged", reason: null };
    const sequences = { ...state.sequences, [delivery.export]: begun.sequence };
    const { done } = await ports.records.transact([
      { kind: "period", state: { ...state, sequences }, revision: state.revision },
      { kind: "version", version: begun },
    ]);
    return done ? { version: begun } : undefined;
  });
}

/** A version as it begins: with the number that it had, where it broke off under the same rules. */
function versionOf(
  delivery: Delivery,
  id: string,
  known: BillVersion | undefined,
  { sequences, pointers }: PeriodState,
  { configuration, clock }: IngestRules,
): BillVersion {
  const { export: name, period, execution, deliveredAt, manifest, parts } = delivery;
  const goesOn = known?.status === "staged" && known.configuration === configuration;
  return {
    id,
    export: name,
    period,
    execution,
    source: manifest ?? parts[0]?.place ?? "",
    deliveredAt,
    sequence:
      goesOn && known.sequence > (pointers[name]?.sequence ?? 0)
        ? known.sequence
        : (sequences[name] ?? 0) + 1,
    status: "staged",
    at: clock(),
    reason: null,
    configuration,
    contents: known?.contents ?? null,
    days: null,
  };
}

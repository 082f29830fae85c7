import type { Delivery } from "../../bills/delivery.ts";
import type { BillVersion } from "../../bills/version.ts";
import type { IngestPorts, IngestRules } from "./request.ts";

/**
 * Removes what nobody reads any more: days of versions before, and the cells of versions that are not kept.
 *
 * @param before where the cells of this version were kept when it began to be taken in
 */
export async function tidy(
  { records, cells }: IngestPorts,
  { config, insteadOf }: IngestRules,
  { export: name, period }: Delivery,
  before: string | null,
): Promise<void> {
  const state = await records.period(period);
  for (const each of insteadOf === undefined ? [name] : [name, insteadOf])
    await records.tidyDays(state, each);
  const versions = (await records.versions(period)).filter((version) => version.export === name);
  // A version that was read once more has its cells elsewhere.
  const isLeft = versions.every(({ contents }) => contents?.cells !== before);
  if (before !== null && isLeft) await cells.remove(before);
  const read = state.pointers[name]?.version;
  const old = versions
    // What is being taken in needs its cells.
    .filter(({ contents, id, status }) => contents?.cells && id !== read && status !== "staged")
    .sort((a, b) => b.sequence - a.sequence)
    .slice(Math.max(0, config.retention.billVersions - 1));
  for (const version of old) {
    const { contents } = version;
    if (contents === null || contents.cells === null) continue;
    // First nobody is led there any more.
    const without: BillVersion = { ...version, contents: { ...contents, cells: null } };
    const { done } = await records.transact([
      { kind: "unchanged", period, revision: state.revision },
      { kind: "version", version: without },
    ]);
    // Whoever changed the period meanwhile may read it again, and tidies up after themselves.
    if (!done) return;
    await cells.remove(contents.cells);
  }
}

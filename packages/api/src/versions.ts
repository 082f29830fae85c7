import type { Basis } from "@tagledger/core/costs/charge";
import { parsePeriod, periodAt } from "@tagledger/core/costs/period";
import type { ApiSystem } from "./system.ts";

/**
 * What tells the version of a month that is read from others, without reading it; null where nothing is known of the month.
 *
 * @param compare whether the month before counts as well
 */
export async function versionOfMonth(
  system: Pick<ApiSystem, "snapshots" | "hash">,
  { period, basis }: { readonly period: string; readonly basis: Basis },
  compare = false,
): Promise<string | null> {
  const records = await system.snapshots();
  const newest = async (name: string) => {
    const read = (await records.state(name, basis)).snapshots.at(-1);
    if (read === undefined) return null;
    // Days may be others where the charges, and so the snapshot, are the same.
    const details = (await records.details(read.id)) ?? [];
    return [read.digest, ...details.map(({ hash }) => hash)];
  };
  const [now, before] = await Promise.all([
    newest(period),
    compare ? newest(periodAt(parsePeriod(period).start - 1).name) : null,
  ]);
  // As long as it is, it goes into addresses, whose length is limited, and it names what others have.
  return now === null ? null : system.hash.sha256(JSON.stringify([now, before]));
}

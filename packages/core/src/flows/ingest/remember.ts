import type { BillVersion } from "../../bills/version.ts";
import type { Attempt, IngestPorts } from "./request.ts";

/** Remembers what became of a version, unless it is or was read: then that is what became of it. */
export async function remember(
  { records }: Pick<IngestPorts, "records">,
  { keepsStory }: Attempt,
  version: BillVersion,
): Promise<void> {
  if (keepsStory) return;
  // Somebody else may have published the same meanwhile.
  const { pointers } = await records.period(version.period);
  if (pointers[version.export]?.version !== version.id)
    await records.transact([{ kind: "version", version }]);
}

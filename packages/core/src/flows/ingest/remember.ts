import type { BillVersion } from "../../bills/version.ts";
import { patiently } from "./patiently.ts";
import type { Attempt, IngestPorts } from "./request.ts";

/** Remembers what became of a version, unless it is or was read: then that is what became of it. */
export async function remember(
  { records }: Pick<IngestPorts, "records">,
  { keepsStory }: Attempt,
  version: BillVersion,
): Promise<void> {
  if (keepsStory) return;
  await patiently(version, async () => {
    const state = await records.period(version.period);
    const versions = await records.versions(version.period);
    const known = versions.find(({ export: name, id }) => name === version.export && id === version.id);
    // Somebody else may have published the same meanwhile.
    const isRead = state.pointers[version.export]?.version === version.id;
    if (isRead || known?.status === "superseded") return "kept";
    const { done } = await records.transact([
      { kind: "period", state, revision: state.revision },
      { kind: "version", version },
    ]);
    return done ? "written" : undefined;
  });
}

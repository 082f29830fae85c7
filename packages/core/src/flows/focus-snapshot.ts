import { type ChargeNeeds, chargeNeeds } from "../costs/query.ts";
import type { Bill } from "../ports.ts";
import type { FocusSource } from "../reports/render/focus/source.ts";
import { focusSource } from "../snapshots/focus-source.ts";
import type { Snapshot } from "../snapshots/snapshot.ts";
import { providedBy } from "./focus-report.ts";

/**
 * What FOCUS rows of a snapshot are written from; who provides and who pays is read from its bill, where that is kept.
 *
 * @param open opens the bill that the snapshot was made of; null where it is not kept any more
 */
export async function focusSnapshot(
  snapshot: Snapshot,
  open: (needs: ChargeNeeds) => Promise<Bill | null>,
): Promise<FocusSource> {
  const bill = await open(chargeNeeds(snapshot.config));
  try {
    return focusSource(snapshot, providedBy(bill?.sources ?? []));
  } finally {
    await bill?.close();
  }
}

import type { Delivery } from "../../bills/delivery.ts";
import type { BillVersion } from "../../bills/version.ts";
import type { PlacedCells } from "./place-cells.ts";
import type { Ingested, IngestPorts, IngestRules } from "./request.ts";

/** Keeps a version beside a period that is closed, so that its difference can be looked at; null where it is open. */
export async function hold(
  { records }: IngestPorts,
  { clock }: IngestRules,
  delivery: Delivery,
  { version }: PlacedCells,
): Promise<Ingested | null> {
  const { closed, pointers } = await records.period(delivery.period);
  if (closed === null) return null;
  const read = pointers[delivery.export];
  // Other rules change no period that is closed, and what is read stays what it is.
  if (read?.version === version.id)
    return { delivery, outcome: "held", version, reason: reasonOf(closed.at) };
  const reason = reasonOf(closed.at);
  const held: BillVersion = { ...version, status: "held", at: clock(), reason };
  await records.transact([{ kind: "version", version: held }]);
  return { delivery, outcome: "held", version: held, reason };
}

function reasonOf(at: number): string {
  return `the period was closed on ${new Date(at).toISOString()}`;
}

import type { PeriodState } from "../../bills/period-state.ts";
import type { BillVersion } from "../../bills/version.ts";
import type { ReadVersion } from "./read-cells.ts";
import { remember } from "./remember.ts";
import type { Attempt, Ingested, IngestPorts, IngestRules } from "./request.ts";
import { closedReason } from "./settled.ts";

/** Keeps a version beside a period that is closed, so that its difference can be looked at; null where it is open. */
export async function hold(
  ports: IngestPorts,
  { clock }: IngestRules,
  attempt: Attempt,
  version: ReadVersion,
  { closed }: Pick<PeriodState, "closed">,
): Promise<Ingested | null> {
  if (closed === null) return null;
  const reason = closedReason(closed);
  const held: BillVersion = { ...version, status: "held", at: clock(), reason };
  await remember(ports, attempt, held);
  return { delivery: attempt, outcome: "held", version: held, reason };
}

import type { BillVersion } from "../../bills/version.ts";
import { remember } from "./remember.ts";
import type { Attempt, Ingested, IngestPorts, IngestRules } from "./request.ts";

/** Says why a version is not read; what was read before stays. */
export async function refuse(
  ports: IngestPorts,
  { clock }: IngestRules,
  attempt: Attempt,
  version: BillVersion,
  reason: string,
): Promise<Ingested> {
  const refused: BillVersion = { ...version, status: "refused", at: clock(), reason };
  await remember(ports, attempt, refused);
  return { delivery: attempt, outcome: "refused", version: refused, reason };
}

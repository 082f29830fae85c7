import type { ReadVersion } from "./read-cells.ts";
import type { IngestPorts, IngestRules } from "./request.ts";

/** Why a bill that was read must not be published besides what is: it would count twice. Null where it may. */
export async function refusalOf(
  { records }: IngestPorts,
  { insteadOf }: IngestRules,
  { export: name, period, contents: { payers } }: ReadVersion,
): Promise<string | null> {
  const { pointers } = await records.period(period);
  for (const [other, pointer] of Object.entries(pointers)) {
    const common = pointer.payers.filter((payer) => payers.includes(payer));
    if (other === name || other === insteadOf || common.length === 0) continue;
    return `${other} and ${name} both hold the bill of ${common.join(", ")} for ${period}, and would count twice; to read ${name} from now on, take it in with --instead-of ${other}`;
  }
  return null;
}

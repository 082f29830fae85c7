import type { PeriodState } from "../../bills/period-state.ts";
import { badInput } from "../../errors.ts";
import type { ReadVersion } from "./read-cells.ts";

/**
 * Refuses a bill that would count twice beside what is read.
 *
 * @throws bad-input naming both exports and the payers whose bill both hold
 */
export function refuseTwice(
  { pointers }: PeriodState,
  { export: name, period, contents: { payers } }: ReadVersion,
  insteadOf: string | undefined,
): void {
  for (const [other, pointer] of Object.entries(pointers)) {
    const common = pointer.payers.filter((payer) => payers.includes(payer));
    if (other === name || other === insteadOf || common.length === 0) continue;
    const message = `${other} and ${name} both hold the bill of ${common.join(", ")} for ${period}, and would count twice; to read ${name} from now on, take it in with --instead-of ${other}`;
    throw badInput(message, { exports: [other, name], period });
  }
}

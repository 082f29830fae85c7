import type { PeriodState } from "../../bills/period-state.ts";

/** A bill as far as it can count twice. */
export interface Payable {
  readonly export: string;
  readonly period: string;
  readonly payers: readonly string[];
}

/**
 * Why a bill must not be read beside, or in the place of, what is read: it would count twice, or hide another's. Null
 * where it may.
 */
export function clashOf(
  { pointers }: PeriodState,
  { export: name, period, payers }: Payable,
  insteadOf: string | undefined,
): string | null {
  for (const [other, pointer] of Object.entries(pointers)) {
    const common = pointer.payers.filter((payer) => payers.includes(payer));
    const isKnown = payers.length > 0 && pointer.payers.length > 0;
    if (other === name) {
      if (isKnown && common.length === 0) return namesake(name, pointer.payers.join(", "), payers.join(", "));
    } else if (other !== insteadOf && (common.length > 0 || !isKnown)) {
      const what = isKnown
        ? `both hold the bill of ${common.join(", ")} for ${period}`
        : `may both hold the same bill of ${period}, as one names no paying account`;
      return `${other} and ${name} ${what}, and would count twice; to read ${name} from now on, take it in with --instead-of ${other}`;
    }
  }
  return null;
}

/** That an export bears the name of another one that is read. */
export function namesake(name: string, read: string, offered: string): string {
  return `${name} is what the export of ${read} is called that is read; this one is of ${offered}: take it in under a name of its own with --as NAME`;
}

import { BASES, type Basis } from "../../../costs/charge.ts";
import type { Amount } from "../../../costs/money.ts";

/** The column that holds each basis. */
export const COST_COLUMNS = {
  billed: "BilledCost",
  contracted: "ContractedCost",
  effective: "EffectiveCost",
  list: "ListCost",
} as const satisfies Record<Basis, string>;

/** The columns that hold what is not known on their own basis. */
export function filledColumns(known: ReadonlyMap<Basis, unknown>): string[] {
  return BASES.filter((basis) => !known.has(basis)).map((basis) => COST_COLUMNS[basis]);
}

/**
 * What a charge costs on a basis; FOCUS knows no charge without, and asks for the billed cost where nothing else is known,
 * so that is what stands in, else what it costs on the basis of the report.
 */
export function costOn(basis: Basis, costs: ReadonlyMap<Basis, Amount>, own: Basis): Amount {
  return costs.get(basis) ?? costs.get("billed") ?? costs.get(own) ?? 0n;
}

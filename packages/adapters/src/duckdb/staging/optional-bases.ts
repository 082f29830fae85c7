import { BASES, type Basis } from "@tagledger/core/costs/charge";
import { TagledgerError } from "@tagledger/core/errors";
import { FORMATS } from "../../bills/detect.ts";
import { isNamed } from "../../bills/format.ts";

/** The bases without which a bill cannot be taken in. */
export const REQUIRED = ["billed", "effective"] as const satisfies readonly Basis[];

/**
 * The bases on which a bill can be read though an amount of it cannot; null where that amount is one that every bill has
 * to have.
 *
 * @param error what is wrong with the bill, naming the column
 * @example basesWithout(error) // ["effective", "billed"], where nobody can read what usage costs by list price
 */
export function basesWithout(error: unknown): readonly Basis[] | null {
  if (!(error instanceof TagledgerError) || error.code !== "bad-input") return null;
  const { column, value } = error.fields;
  if (typeof column !== "string" || value === undefined) return null;
  const needs = (basis: Basis) =>
    FORMATS.some(({ amounts, used }) =>
      amounts.some(({ name, from }) => used(basis).includes(name) && isNamed(column, from)),
    );
  const needing = BASES.filter(needs);
  const isOptional = needing.length > 0 && !REQUIRED.some((basis) => needing.includes(basis));
  return isOptional ? BASES.filter((basis) => !needing.includes(basis)) : null;
}

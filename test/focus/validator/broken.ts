import type { Dataset } from "./checks.ts";
import type { Model } from "./model.ts";
import { validate } from "./validate.ts";

/**
 * The rules that a dataset breaks, with what they ask, those first that are asked first.
 *
 * @example broken(model, dataset, supported) // ["CostAndUsage-D-027-O RECOMMENDED: ChargeFrequency is …"]
 */
export function broken(model: Model, dataset: Dataset, supported: ReadonlySet<string>): string[] {
  return [...validate(model, dataset, supported)].flatMap(([id, outcome]) => {
    if (outcome.kind !== "asked" || outcome.broken === 0) return [];
    const { Keyword, MustSatisfy } = model.ModelRules[id]?.ValidationCriteria ?? {};
    return [`${id} ${Keyword}: ${MustSatisfy}`];
  });
}

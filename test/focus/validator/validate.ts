import { checkDistinct, checkRow, type Dataset, type Row } from "./checks.ts";
import { columnsOf } from "./columns-of.ts";
import { type Check, conditionOf, type Model, type ModelRule, requirementOf } from "./model.ts";

/** What became of a rule. */
export type Outcome =
  /** Asked of so many rows, of which these did not keep it. */
  | { readonly kind: "asked"; readonly rows: number; readonly broken: number }
  /** It says what may be, and asks nothing. */
  | { readonly kind: "allows" }
  /** It only names other rules, which are asked. */
  | { readonly kind: "composite" }
  /** No data alone can show whether it is kept. */
  | { readonly kind: "unseen" }
  /** It is about what the data does not hold, or what its provider does not support. */
  | { readonly kind: "not-applicable" };

/** Asks the rules of a model of one dataset. */
class Validation {
  readonly outcomes = new Map<string, Outcome>();
  readonly #model: Model;
  readonly #dataset: Dataset;
  readonly #supported: ReadonlySet<string>;

  constructor(model: Model, dataset: Dataset, supported: ReadonlySet<string>) {
    this.#model = model;
    this.#dataset = dataset;
    this.#supported = supported;
  }

  /** Asks a rule, and those that it names, of the rows that its condition leaves of these. */
  ask(id: string, rows: readonly Row[]): void {
    const rule = this.#rule(id);
    const narrowed = this.#narrow(rule, rows);
    const applies = rule.ApplicabilityCriteria.every((criterion) => this.#supported.has(criterion));
    const outcome = applies ? this.#askRule(rule, narrowed) : ({ kind: "not-applicable" } as const);
    this.outcomes.set(id, added(this.outcomes.get(id), outcome));
    const requirement = requirementOf(rule);
    if (requirement === null) return;
    if (applies) for (const below of rulesIn(requirement, "AND")) this.ask(below, narrowed);
  }

  #askRule(rule: ModelRule, rows: readonly Row[]): Outcome {
    if (rule.ValidationCriteria.Keyword === "MAY") return { kind: "allows" };
    const requirement = requirementOf(rule);
    if (requirement === null) return { kind: "unseen" };
    const { columns } = this.#dataset;
    if (requirement.CheckFunction === "ColumnPresent")
      return { kind: "asked", rows: 1, broken: columns.has(requirement.ColumnName ?? "") ? 0 : 1 };
    if (rulesIn(requirement, "AND").length > 0) return { kind: "composite" };
    if (this.#columnsOf(requirement).some((column) => !columns.has(column)))
      return { kind: "not-applicable" };
    const broken =
      requirement.CheckFunction === "CheckDistinctCount"
        ? checkDistinct(requirement, rows)
        : rows.filter((row) => !this.#passes(requirement, row)).length;
    return { kind: "asked", rows: rows.length, broken };
  }

  #narrow(rule: ModelRule, rows: readonly Row[]): readonly Row[] {
    const condition = conditionOf(rule);
    if (condition === null) return rows;
    // Of a column that is not there nothing is known, so that the condition is not met.
    if (this.#columnsOf(condition).some((column) => !this.#dataset.columns.has(column))) return [];
    return rows.filter((row) => this.#passes(condition, row));
  }

  #passes(check: Check, row: Row): boolean {
    const items = check.Items ?? [];
    if (check.CheckFunction === "AND") return items.every((item) => this.#passes(item, row));
    if (check.CheckFunction === "OR") return items.some((item) => this.#passes(item, row));
    if (check.CheckFunction === "CheckModelRule") {
      const rule = this.#rule(check.ModelRuleId ?? "");
      const [condition, requirement] = [conditionOf(rule), requirementOf(rule)];
      if (condition !== null && !this.#passes(condition, row)) return true;
      return requirement === null || this.#passes(requirement, row);
    }
    const passed = checkRow(check, row);
    if (passed === undefined) throw new RangeError(`nobody knows the check ${check.CheckFunction} of a row`);
    return passed;
  }

  #columnsOf(check: Check): string[] {
    const named = [...rulesIn(check, "AND"), ...rulesIn(check, "OR")].map((id) =>
      requirementOf(this.#rule(id)),
    );
    return [...columnsOf(check), ...named.flatMap((each) => (each === null ? [] : columnsOf(each)))];
  }

  #rule(id: string): ModelRule {
    const rule = this.#model.ModelRules[id];
    if (rule === undefined) throw new RangeError(`there is no rule ${id}`);
    return rule;
  }
}

/**
 * What the rules of a model come to for a dataset. The condition of a rule narrows the rows of which it and the rules that
 * it names are asked.
 *
 * @param supported the criteria of applicability that hold
 * @throws RangeError when a rule asks for a check that is not known here
 */
export function validate(
  model: Model,
  dataset: Dataset,
  supported: ReadonlySet<string>,
): ReadonlyMap<string, Outcome> {
  const validation = new Validation(model, dataset, supported);
  for (const id of model.ModelDatasets.CostAndUsage.ModelRules) validation.ask(id, dataset.rows);
  const { outcomes } = validation;
  for (const [id, rule] of Object.entries(model.ModelRules)) {
    if (outcomes.has(id)) continue;
    // How values are written is asked by the rules of columns; those that nothing named are about what is not supported.
    if (rule.EntityType === "Attribute") validation.ask(id, dataset.rows);
    else outcomes.set(id, { kind: "not-applicable" });
  }
  return outcomes;
}

/** The rules that a check names below this operator alone. */
function rulesIn(check: Check, operator: "AND" | "OR"): string[] {
  if (check.CheckFunction === "CheckModelRule") return [check.ModelRuleId ?? ""];
  return check.CheckFunction === operator
    ? (check.Items ?? []).flatMap((item) => rulesIn(item, operator))
    : [];
}

function added(known: Outcome | undefined, outcome: Outcome): Outcome {
  if (known?.kind !== "asked" || outcome.kind !== "asked") return outcome;
  return { kind: "asked", rows: known.rows + outcome.rows, broken: known.broken + outcome.broken };
}

/** A check on a column, or on what other checks come to. */
export interface Check {
  readonly CheckFunction: string;
  readonly ColumnName?: string;
  readonly Value?: string | number | null;
  readonly Items?: readonly Check[];
  readonly ModelRuleId?: string;
  readonly ColumnAName?: string;
  readonly ColumnBName?: string;
  readonly ResultColumnName?: string;
  readonly ExpectedCount?: number;
}

/** One requirement of the specification. */
export interface ModelRule {
  readonly Function: string;
  readonly EntityType: "Column" | "Attribute" | "Dataset";
  readonly Type: "Static" | "Dynamic";
  readonly ApplicabilityCriteria: readonly string[];
  readonly ValidationCriteria: {
    readonly MustSatisfy: string;
    readonly Keyword: string;
    /** An empty object where nothing is asked that data alone could show. */
    readonly Requirement: Check | Record<string, never>;
    /** For which rows it holds; an empty object for all. */
    readonly Condition: Check | Record<string, never> | { readonly AND: Check | readonly Check[] };
  };
}

/** The official rules of a version of FOCUS. */
export interface Model {
  readonly ApplicabilityCriteria: Readonly<Record<string, unknown>>;
  readonly CheckFunctions: Readonly<Record<string, unknown>>;
  readonly ModelDatasets: {
    readonly CostAndUsage: { readonly ModelRules: readonly string[] };
  };
  readonly ModelRules: Readonly<Record<string, ModelRule>>;
}

/** The check that a rule's condition is; null where the rule holds for all rows. */
export function conditionOf({ ValidationCriteria: { Condition } }: ModelRule): Check | null {
  if ("CheckFunction" in Condition) return Condition as Check;
  // Two rules leave the function out and name the operator.
  if ("AND" in Condition) return { CheckFunction: "AND", Items: [Condition.AND].flat() as Check[] };
  return null;
}

/** The check that a rule asks for; null where no data can show it. */
export function requirementOf({ ValidationCriteria: { Requirement } }: ModelRule): Check | null {
  return "CheckFunction" in Requirement ? (Requirement as Check) : null;
}

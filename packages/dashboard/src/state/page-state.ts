import type { Basis } from "@tagledger/core/costs/charge";
import type { MonthKey } from "@tagledger/core/reports/month/keys";
import { BASES } from "../words/words.ts";
import { type Filter, isKey } from "./keys.ts";
import { isChoice, type VerdictChoice } from "./verdict-choice.ts";
import { isView, type View } from "./views.ts";

/** What the page shows, all of which stands in its address; null is what is shown unasked. */
export interface PageState extends Readonly<Record<Filter, string | null>> {
  readonly view: View | null;
  /** `YYYY-MM` */
  readonly period: string | null;
  readonly basis: Basis | null;
  /** The snapshot whose figures whoever made the link saw. */
  readonly snapshot: string | null;
  readonly team: string | null;
  /** What the report is grouped by. */
  readonly groupBy: readonly MonthKey[] | null;
  readonly verdict: VerdictChoice | null;
  /** Only resources that are nobody's. */
  readonly owner: "nobody" | null;
  /** Only resources created in the period. */
  readonly created: "period" | null;
  /** The resource whose story is told. */
  readonly resource: string | null;
}

/** The page as it opens. */
export const START: PageState = {
  view: null,
  period: null,
  basis: null,
  snapshot: null,
  team: null,
  project: null,
  workload: null,
  environment: null,
  experiment: null,
  groupBy: null,
  verdict: null,
  owner: null,
  created: null,
  resource: null,
};

/**
 * Reads an address's query; what it does not know counts as not said. A filter without a value keeps what has none.
 *
 * @example readState("?team=vision&project=").project // ""
 */
export function readState(query: string): PageState {
  const given = new URLSearchParams(query);
  const one = <Value extends string>(name: keyof PageState, is: (value: string) => value is Value) => {
    const value = given.get(name);
    return value !== null && is(value) ? value : null;
  };
  return {
    view: one("view", isView),
    period: one("period", isText),
    basis: one("basis", isBasis),
    snapshot: one("snapshot", isText),
    team: one("team", isText),
    project: given.get("project"),
    workload: given.get("workload"),
    environment: given.get("environment"),
    experiment: given.get("experiment"),
    groupBy: readKeys(given.get("groupBy")),
    verdict: one("verdict", isChoice),
    owner: one("owner", only("nobody")),
    created: one("created", only("period")),
    resource: one("resource", isText),
  };
}

/**
 * Writes an address's query.
 *
 * @example writeState({ ...START, groupBy: ["team", "service"] }) // "?groupBy=team%2Cservice"
 */
export function writeState(state: PageState): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) if (value !== null) query.set(name, String(value));
  return `?${query}`;
}

function readKeys(text: string | null): readonly MonthKey[] | null {
  const keys = [...new Set((text ?? "").split(",").filter(isKey))];
  return keys.length === 0 ? null : keys;
}

function isText(value: string): value is string {
  return value !== "";
}

function isBasis(value: string): value is Basis {
  return Object.hasOwn(BASES, value);
}

function only<Word extends string>(word: Word): (value: string) => value is Word {
  return (value): value is Word => value === word;
}

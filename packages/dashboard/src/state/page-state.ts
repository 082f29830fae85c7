import type { Basis } from "@tagledger/core/costs/charge";
import { BASES } from "../words/words.ts";
import { type Choice, isChoice } from "./choice.ts";

/** What the page shows, all of which stands in its address; null is what is shown unasked. */
export interface PageState {
  /** `YYYY-MM` */
  readonly period: string | null;
  readonly basis: Basis | null;
  readonly team: string | null;
  /** What the teams' bars are split by, besides direct and shared. */
  readonly split: "project" | null;
  readonly verdict: Choice | null;
  /** Only resources that are nobody's. */
  readonly owner: "nobody" | null;
  /** Only resources created in the period. */
  readonly created: "period" | null;
  /** The resource whose story is told. */
  readonly resource: string | null;
}

/** The page as it opens. */
export const START: PageState = {
  period: null,
  basis: null,
  team: null,
  split: null,
  verdict: null,
  owner: null,
  created: null,
  resource: null,
};

/**
 * Reads an address's query; what it does not know counts as not said.
 *
 * @example readState("?team=vision&basis=list").team // "vision"
 */
export function readState(query: string): PageState {
  const given = new URLSearchParams(query);
  const one = <Value extends string>(name: keyof PageState, is: (value: string) => value is Value) => {
    const value = given.get(name);
    return value !== null && is(value) ? value : null;
  };
  return {
    period: one("period", isText),
    basis: one("basis", isBasis),
    team: one("team", isText),
    split: one("split", only("project")),
    verdict: one("verdict", isChoice),
    owner: one("owner", only("nobody")),
    created: one("created", only("period")),
    resource: one("resource", isText),
  };
}

/**
 * Writes an address's query.
 *
 * @example writeState({ ...START, team: "vision" }) // "?team=vision"
 */
export function writeState(state: PageState): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) if (value !== null) query.set(name, value);
  return `?${query}`;
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

import type { Fact } from "../../ledger/fact.ts";
import type { ResourceHistory } from "../../ledger/resource.ts";
import type { Ledger } from "../../ports.ts";
import type { Deed } from "../../remediation/deed.ts";
import type { PriceBook } from "../../spend/price.ts";
import { commit, type RequestWrite } from "../commit.ts";
import { recordTagging } from "../record-tagging.ts";
import type { Rules } from "../rules.ts";

/** What noting needs. */
export interface NotePorts {
  readonly ledger: Ledger;
  readonly prices: PriceBook;
}

type Undated<Some> = Some extends unknown ? Omit<Some, "at" | "part"> : never;

/** Something to note of a resource: what we did, or what we learned of its tags. */
export type Notable = Deed | Undated<Extract<Fact, { readonly kind: "tagged" | "read" | "missed" }>>;

/**
 * Notes what was done about a resource, or learned of it, as facts of an instant.
 *
 * @param request what is written in one with it
 * @returns false where somebody else decided that request: then nothing is noted
 */
export async function note(
  ports: NotePorts,
  rules: Rules,
  { resource, now }: { readonly resource: string; readonly now: number },
  notables: readonly Notable[],
  request?: RequestWrite,
): Promise<boolean> {
  if (notables.length === 0 && request === undefined) return true;
  const amend = (history: ResourceHistory) => {
    const facts = factsOf(history, notables, now);
    return recordTagging({ ...ports, rules }, history, { learned: [{ subject: null, facts }], now });
  };
  const amendments = { amend: new Map([[resource, amend]]), ...(request !== undefined && { request }) };
  return commit(ports.ledger, amendments);
}

/** Facts of one instant; of several of one kind, each has its place after those that are known. */
export function factsOf(history: ResourceHistory, notables: readonly Notable[], now: number): Fact[] {
  const facts: Fact[] = [];
  for (const notable of notables) {
    const same = [...history.facts, ...facts].filter(({ at, kind }) => at === now && kind === notable.kind);
    facts.push({ eventId: null, actor: null, ...notable, at: now, part: same.length } as Fact);
  }
  return facts;
}

import type { Fact } from "../ledger/fact.ts";
import type { ResourceRecord } from "../ledger/resource.ts";
import type { Inventory, Ledger, Look } from "../ports.ts";
import type { PriceBook } from "../spend/price.ts";
import { type Amend, commit } from "./commit.ts";
import { recordTagging } from "./record-tagging.ts";
import type { Rules } from "./rules.ts";

/** What looking again needs. */
export interface DrainPorts {
  readonly ledger: Ledger;
  readonly inventory: Inventory;
  readonly prices: PriceBook;
}

/** What came of the work that was due. */
export interface Drained {
  /** How many resources were looked at again. */
  readonly done: number;
  /** Of these, those whose live tags could not be read. */
  readonly missed: number;
}

/**
 * Does some of the work that is due: reads the live tags of resources whose time has come, and records where they stand.
 *
 * @returns how much was done: 0 where nothing is due
 * @throws outside-failure where the ledger or the prices cannot be reached; nothing is lost then
 */
export async function drainDue(
  ports: DrainPorts,
  rules: Rules,
  { now, limit }: { readonly now: number; readonly limit: number },
): Promise<Drained> {
  return lookAgain(ports, rules, { due: await ports.ledger.due(now, limit), now });
}

/** Reads the live tags of some resources that are due, and records where they stand. */
export async function lookAgain(
  ports: DrainPorts,
  rules: Rules,
  { due, now }: { readonly due: readonly ResourceRecord[]; readonly now: number },
): Promise<Drained> {
  const { ledger, inventory } = ports;
  const names = [...new Map(due.map((record) => [record.resource, record])).values()];
  const sought = names.filter(needsLook);
  const looks = await inventory.look(sought);
  const found = new Map(sought.map(({ resource }, place) => [resource, looks[place]]));
  const again = async ({ resource }: ResourceRecord) => {
    const look = found.get(resource);
    const facts = look === undefined ? [] : [lookFact(look, now)];
    const news = { learned: [{ subject: null, facts }], now };
    const amend: Amend = (history) => recordTagging({ ...ports, rules }, history, news);
    await commit(ledger, { amend: new Map([[resource, amend]]) });
  };
  await Promise.all(names.map(again));
  const missed = [...found.values()].filter((look) => look !== undefined && "miss" in look).length;
  return { done: names.length, missed };
}

/** An exemption that ends, and an end that has come, need no look. */
function needsLook({ state }: ResourceRecord): boolean {
  return state === "pending" || state === "undecided";
}

/** What a look found as a fact. */
export function lookFact(look: Look, at: number): Fact {
  const seen = { at, eventId: null, part: 0, actor: null };
  return "miss" in look
    ? { ...seen, kind: "missed", miss: look.miss }
    : { ...seen, kind: "read", tags: look.tags };
}

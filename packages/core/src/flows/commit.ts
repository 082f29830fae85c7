import { TagledgerError } from "../errors.ts";
import type { EventRecord } from "../ledger/records.ts";
import type { ResourceHistory } from "../ledger/resource.ts";
import { itemCount, type LedgerWrite, TRANSACTION_ITEMS } from "../ledger/write.ts";
import type { Ledger } from "../ports.ts";
import { inParallel } from "./in-parallel.ts";
import type { HistoryWrite } from "./record-tagging.ts";
import { splitWrite } from "./split-write.ts";

/** Says what the history of a resource has to become; null where it stays as it is. */
export type Amend = (history: ResourceHistory) => Promise<HistoryWrite | null>;

/** What became of a request, where nobody else decided it. */
export type RequestWrite = Extract<LedgerWrite, { readonly kind: "request" }>;

/** What is to be written of some resources, each under its name. */
export interface Amendments {
  readonly amend: ReadonlyMap<string, Amend>;
  /** The event that tells of them: remembered together with the last of what it tells. */
  readonly event?: EventRecord;
  /** What is written together with the last of it, in the place of an event. */
  readonly request?: RequestWrite;
  /** Whether most likely nothing is known of the resources: it is tried without reading what is. */
  readonly isNew?: boolean;
}

const ATTEMPTS = 10;

/**
 * Writes what news of resources come to: in one transaction, or in several of which the last one claims the event. Who
 * was quicker in changing a history is heeded, by reading it again.
 *
 * @returns whether the event was new, or nobody else decided the request; where not, everything stays as it was
 * @throws outside-failure where others change the same histories all the time
 */
export async function commit(
  ledger: Ledger,
  { amend, event, request, isNew = false }: Amendments,
): Promise<boolean> {
  const claim = event === undefined ? request : ({ kind: "event", event } as const);
  let waiting = [...amend];
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const isBlind = isNew && attempt === 0;
    const writes = await inParallel(waiting, async ([name, amended]) =>
      amended(isBlind ? nothingOf(name) : await ledger.history(name)),
    );
    const refused = await writeAll(ledger, writes, { last: claim, isBlind });
    if (refused === "known") return false;
    if (refused.size === 0) return true;
    waiting = waiting.filter(([name]) => refused.has(name));
  }
  const names = waiting.map(([name]) => name);
  throw new TagledgerError("outside-failure", `${names.join(", ")}: others change the ledger all the time`, {
    names,
  });
}

/** Writes as much at once as a transaction may hold, and gives the names that others changed in the meantime. */
async function writeAll(
  ledger: Ledger,
  writes: readonly HistoryWrite[],
  { last, isBlind }: { readonly last: LedgerWrite | undefined; readonly isBlind: boolean },
): Promise<ReadonlySet<string> | "known"> {
  const groups = grouped(writes);
  const refused = new Set<string>();
  for (const [place, group] of groups.entries()) {
    const isLast = place === groups.length - 1;
    if (isBlind && refused.size > 0) {
      // What is known of one resource of an event is most likely known of all.
      for (const { resource } of group) refused.add(resource);
      continue;
    }
    // What was refused has to come before the event counts as done.
    const claim = isLast && refused.size === 0 && last !== undefined ? [last] : [];
    const all = [...claim, ...group.flatMap(writesOf)];
    const written = await ledger.transact(all);
    if (written.done) continue;
    if (claim.length > 0 && written.refused.includes(0)) return "known";
    for (const { resource } of group) refused.add(resource);
  }
  return refused;
}

function grouped(writes: readonly HistoryWrite[]): readonly (readonly HistoryWrite[])[] {
  // The event takes room as well.
  const most = TRANSACTION_ITEMS - 1;
  const groups: HistoryWrite[][] = [[]];
  for (const part of writes.flatMap((write) => splitWrite(write, most))) {
    const last = groups.at(-1) ?? [];
    // What changes one history twice cannot be written at once.
    const isFull =
      itemCount([...last, part].flatMap(writesOf)) > most || last.at(-1)?.resource === part.resource;
    if (last.length > 0 && isFull) groups.push([part]);
    else last.push(part);
  }
  return groups;
}

/** What is recorded of a resource, and with it what others are to hear. */
export function writesOf({ outgoing = [], ...write }: HistoryWrite): LedgerWrite[] {
  return [write, ...outgoing.map((event) => ({ kind: "outgoing", event }) as const)];
}

function nothingOf(resource: string): ResourceHistory {
  return { resource, version: 0, incarnations: [], accruals: [], facts: [] };
}

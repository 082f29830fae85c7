import type { ResourcePage, ResourceView } from "@tagledger/core/ledger/view/resource";
import type { Verdict } from "@tagledger/core/tags/verdict/judge";

/** A list of resources that is read page by page, and how far it is read. */
interface Source {
  readonly verdict: Verdict | null;
  readonly waiting: readonly ResourceView[];
  /** Where the list goes on; undefined before its first page, null after its last. */
  readonly next: string | null | undefined;
}

/** What is shown of several lists, and what is still to come. */
export interface Reading {
  readonly items: readonly ResourceView[];
  readonly sources: readonly Source[];
}

/** Reads a page of the resources with a verdict, or with any. */
export type ReadPage = (verdict: Verdict | null, after: string | null) => Promise<ResourcePage>;

const MORE = 10;

/** A reading of the resources with any of these verdicts, or of all of them, before its first page. */
export function beginReading(verdicts: readonly Verdict[]): Reading {
  const lists: readonly (Verdict | null)[] = verdicts.length === 0 ? [null] : verdicts;
  return { items: [], sources: lists.map((verdict) => ({ verdict, waiting: [], next: undefined })) };
}

/** Whether there is more to read. */
export function hasMore({ sources }: Reading): boolean {
  return sources.some(({ waiting, next }) => waiting.length > 0 || next !== null);
}

/** Reads on: the lists are read as far as needed and merged, the newest resources first as in each of them. */
export async function readMore({ items, sources }: Reading, read: ReadPage): Promise<Reading> {
  const taken: ResourceView[] = [];
  let lists = sources;
  while (taken.length < MORE) {
    lists = await Promise.all(lists.map((source) => filled(source, read)));
    const newest = newestOf(lists);
    if (newest === null) break;
    taken.push(newest.item);
    lists = lists.map((source) =>
      source === newest.source ? { ...source, waiting: source.waiting.slice(1) } : source,
    );
  }
  return { items: [...items, ...taken], sources: lists };
}

async function filled(source: Source, read: ReadPage): Promise<Source> {
  if (source.waiting.length > 0 || source.next === null) return source;
  const { items, next } = await read(source.verdict, source.next ?? null);
  return items.length === 0 && next !== null
    ? filled({ ...source, next }, read)
    : { ...source, waiting: items, next };
}

function newestOf(
  sources: readonly Source[],
): { readonly source: Source; readonly item: ResourceView } | null {
  let newest: { readonly source: Source; readonly item: ResourceView } | null = null;
  for (const source of sources) {
    const [item] = source.waiting;
    if (item !== undefined && (newest === null || item.created > newest.item.created))
      newest = { source, item };
  }
  return newest;
}

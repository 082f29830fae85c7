import type { Basis } from "@tagledger/core/costs/charge";
import type { PublishedPeriod, PublishedReport } from "@tagledger/core/ledger/records";
import type { Report } from "@tagledger/core/reports/report";
import { decode, encode } from "./codec.ts";
import { readContent, storeContent } from "./content.ts";
import { type FoundItem, type ItemStore, instantVersion } from "./items.ts";
import { PUBLISHED, publishedKey, WHOLE } from "./keys.ts";
import { textOf } from "./resource-items.ts";

/** What is published for a period, and the hash under which its report is stored. */
interface Pointer extends PublishedPeriod {
  readonly content: string;
}

/** Stores a report, then points to it: a reader finds the old one whole or the new one whole. */
export async function publishReport(store: ItemStore, report: Report, asOf: number): Promise<boolean> {
  const version = instantVersion(asOf);
  const content = await storeContent(store, encode(report));
  const { period, basis, currency, snapshot } = report;
  const pointer: Pointer = { period, basis, currency, snapshot, asOf, content };
  const item = { ...publishedKey(period, basis), version, body: encode(pointer) };
  const refused = await store.write([{ item, when: { versionAtMost: version } }]);
  return refused.length === 0;
}

/** Reads the published report of a period on a basis. */
export async function readReport(
  store: ItemStore,
  period: string,
  basis: Basis,
): Promise<PublishedReport | null> {
  const found = await store.get(publishedKey(period, basis));
  if (found === null) return null;
  const { content, asOf } = pointerIn(found);
  return { report: decode(await readContent(store, content)) as Report, asOf };
}

/** Lists what is published. */
export async function publishedPeriods(store: ItemStore): Promise<readonly PublishedPeriod[]> {
  const found = await store.query({ partition: PUBLISHED, ...WHOLE });
  return found.map((item) => {
    const { content: _content, ...period } = pointerIn(item);
    return period;
  });
}

function pointerIn(item: FoundItem): Pointer {
  return decode(textOf(item)) as Pointer;
}

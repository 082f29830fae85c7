import type { ResourceRecord } from "../../ledger/resource.ts";
import type { Ledger } from "../../ports.ts";

/** What one page of the ledger holds. */
const PAGE = 500;

/** Everything that the ledger knows, gone or not, so many at a time, the newest first. */
export async function* everKnown(
  ledger: Pick<Ledger, "resources">,
  atOnce: number,
): AsyncGenerator<readonly ResourceRecord[]> {
  for (const verdict of [undefined, "gone"] as const) {
    let after: string | undefined;
    do {
      const { items, next } = await ledger.resources({ limit: PAGE, after, verdict });
      for (let from = 0; from < items.length; from += atOnce) yield items.slice(from, from + atOnce);
      after = next ?? undefined;
    } while (after !== undefined);
  }
}

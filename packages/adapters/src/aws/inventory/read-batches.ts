import { typeFacts } from "@tagledger/core/catalog/facts-of-type";
import type { Sought } from "@tagledger/core/ports";
import { inBatches } from "../in-batches.ts";
import { missOf } from "./misses.ts";
import type { LiveLook } from "./reader.ts";

/**
 * Looks at resources of one type, so many with one call. A call that fails because of one of them is made again for
 * either half, until it is known whose fault it is.
 */
export async function readBatches<Item extends Sought>(
  sought: readonly Item[],
  batch: number,
  ask: (batch: readonly Item[]) => Promise<readonly LiveLook[]>,
): Promise<readonly LiveLook[]> {
  return inBatches<Item, LiveLook>(sought, batch, ask, (error, { type }) => {
    const facts = typeFacts(type);
    return { miss: missOf(error, facts, [...(facts.exists?.gone ?? []), ...facts.liveTags.read.gone]) };
  });
}

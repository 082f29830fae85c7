import { typeFacts } from "@tagledger/core/catalog/facts-of-type";
import type { Sought } from "@tagledger/core/ports";
import { isOfMember, missOf } from "./misses.ts";
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
  const looks: LiveLook[] = [];
  for (let start = 0; start < sought.length; start += batch) {
    looks.push(...(await readBatch(sought.slice(start, start + batch), ask)));
  }
  return looks;
}

async function readBatch<Item extends Sought>(
  batch: readonly Item[],
  ask: (batch: readonly Item[]) => Promise<readonly LiveLook[]>,
): Promise<readonly LiveLook[]> {
  try {
    return await ask(batch);
  } catch (error) {
    if (batch.length > 1 && isOfMember(error)) {
      const half = Math.ceil(batch.length / 2);
      return [...(await readBatch(batch.slice(0, half), ask)), ...(await readBatch(batch.slice(half), ask))];
    }
    return batch.map(({ type }) => {
      const facts = typeFacts(type);
      return { miss: missOf(error, facts, [...(facts.exists?.gone ?? []), ...facts.liveTags.read.gone]) };
    });
  }
}

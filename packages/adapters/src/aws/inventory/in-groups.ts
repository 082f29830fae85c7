import type { Sought } from "@tagledger/core/ports";
import { groupBy } from "@tagledger/core/text/group-by";
import type { LiveLook } from "./reader.ts";

/**
 * Looks at resources in groups, each in its own way and one beside the other.
 *
 * @returns a look for each, in their order
 */
export async function inGroups<Item extends Sought, Key>(
  sought: readonly Item[],
  keyOf: (item: Item) => Key,
  read: (group: readonly Item[], key: Key) => Promise<readonly LiveLook[]>,
): Promise<readonly LiveLook[]> {
  const looks: LiveLook[] = sought.map(() => ({ miss: "failed" }));
  const groups = groupBy(sought.entries(), ([, item]) => keyOf(item));
  const all = [...groups].map(async ([key, group]) => {
    const found = await read(
      group.map(([, item]) => item),
      key,
    );
    for (const [at, [place]] of group.entries()) looks[place] = found[at] ?? { miss: "failed" };
  });
  await Promise.all(all);
  return looks;
}

import type { Graph } from "../graph/types.ts";

/** What is wrong with a graph: sentences that begin with the logical name of the resource. */
export type Check = (graph: Graph) => readonly string[];

/** A sentence about each that is wrong, where it is. */
export function wrongOnes<Item>(
  items: readonly Item[],
  isWrong: (item: Item) => boolean,
  sentence: (item: Item) => string,
): readonly string[] {
  return items.filter(isWrong).map(sentence);
}

/** For each name, the names that it leads to. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/**
 * Finds loops in a graph, at least one wherever there is any, each beginning with its first name in the graph's order.
 *
 * @example loopsOf(new Map([["a", ["b"]], ["b", ["a"]]])) // [["a", "b"]]
 */
export function loopsOf(graph: Graph): string[][] {
  const order = [...graph.keys()];
  const loops = new Map<string, string[]>();
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (name: string): void => {
    const begin = trail.indexOf(name);
    if (begin >= 0) {
      const loop = fromFirst(trail.slice(begin), order);
      loops.set(loop.join("\u0000"), loop);
    }
    if (begin >= 0 || done.has(name)) return;
    trail.push(name);
    for (const next of graph.get(name) ?? []) visit(next);
    trail.pop();
    done.add(name);
  };
  for (const name of order) visit(name);
  return [...loops.values()];
}

/**
 * Writes a loop.
 *
 * @example loopText(["a", "b"]) // "a -> b -> a"
 */
export function loopText(loop: readonly string[]): string {
  return [...loop, ...loop.slice(0, 1)].join(" -> ");
}

function fromFirst(loop: readonly string[], order: readonly string[]): string[] {
  const first = order.find((name) => loop.includes(name)) ?? "";
  const at = Math.max(loop.indexOf(first), 0);
  return [...loop.slice(at), ...loop.slice(0, at)];
}

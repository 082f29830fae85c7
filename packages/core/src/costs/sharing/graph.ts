/** For each node the nodes that it leads to. */
export type Graph = ReadonlyMap<string, Iterable<string>>;

/**
 * The strongly connected components of a graph, each after all components that it leads to (Tarjan).
 * Nodes that are no keys of the graph are left out.
 */
export function components(graph: Graph): string[][] {
  const found: string[][] = [];
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const open = new Set<string>();

  const visit = (node: string): number => {
    let lowest = order.size;
    order.set(node, lowest);
    stack.push(node);
    open.add(node);
    for (const next of graph.get(node) ?? []) {
      if (!graph.has(next)) continue;
      if (!order.has(next)) lowest = Math.min(lowest, visit(next));
      else if (open.has(next)) lowest = Math.min(lowest, order.get(next) ?? lowest);
    }
    low.set(node, lowest);
    if (lowest === order.get(node)) {
      const component = stack.splice(stack.indexOf(node));
      for (const member of component) open.delete(member);
      found.push(component);
    }
    return lowest;
  };
  for (const node of graph.keys()) if (!order.has(node)) visit(node);
  return found;
}

/** The nodes from which one of the goals can be reached, goals included. */
export function reaching(graph: Graph, goals: Iterable<string>): Set<string> {
  const sources = new Map<string, string[]>();
  for (const [node, nexts] of graph) {
    for (const next of nexts) sources.set(next, [...(sources.get(next) ?? []), node]);
  }
  const reached = new Set(goals);
  for (const node of reached) for (const source of sources.get(node) ?? []) reached.add(source);
  return reached;
}

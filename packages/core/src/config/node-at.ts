import { type Document, isAlias, isCollection, isMap, isNode, isScalar, isSeq } from "yaml";
import type { ConfigPath } from "./problem.ts";

/** A node, and the key that it stands at in a mapping. */
export interface Found {
  readonly key?: unknown;
  readonly node: unknown;
}

/** The node at a path, or undefined where the document has none. */
export function find(document: Document.Parsed, path: ConfigPath): Found | undefined {
  return path.reduce<Found | undefined>(
    (found, step) => found && childOf(resolved(document, found.node), step),
    { node: document.contents },
  );
}

function childOf(parent: unknown, step: string | number): Found | undefined {
  if (isSeq(parent) && typeof step === "number" && step in parent.items) return { node: parent.items[step] };
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(({ key }) => isScalar(key) && key.value === String(step));
  return pair && { key: pair.key, node: pair.value };
}

/** The node that an alias stands for; any other stands for itself. */
export function resolved(document: Document.Parsed, node: unknown): unknown {
  return isAlias(node) ? node.resolve(document) : node;
}

/** The offset at which people look for a node: a block collection or an empty value at its key, all else itself. */
export function offsetOf({ key, node }: Found): number {
  const written =
    isNode(node) && node.range !== undefined && node.range !== null && node.range[0] !== node.range[1];
  const block = isCollection(node) && node.flow !== true;
  return key !== undefined && (block || !written) ? beginOf(key) : beginOf(node);
}

/** The offset at which a node begins. */
export function beginOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

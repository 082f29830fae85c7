import type { CloudTrailEvent } from "./event.ts";
import { isHidden } from "./hidden.ts";

/** Where a path starts: the request, the response, or the item of a list that is being read. */
export type Root = "request" | "response" | "item";

/**
 * A way into an event, as in `response.vpc.vpcId`. Lists on the way need no mention; the step `items` also follows
 * `item` and `member`, as the same list is called in answers that were XML.
 */
export type Path = Root | `${Root}.${string}`;

/** What paths lead into. */
export type View = {
  readonly event: CloudTrailEvent;
  readonly request: unknown;
  readonly response: unknown;
  readonly item: unknown;
};

/** A way to a text that no path describes. */
export type PathFunction = (view: View) => string | null;

/** A path made ready: where to start and which keys to follow. */
type Steps = { readonly root: Root; readonly keys: readonly string[] };

/** Prepares a path for reading what it leads to; of a list on the way, only the first counts. */
export function valueReader(path: Path): (view: View) => unknown {
  const { root, keys } = stepsOf(path);
  return (view) => {
    let value = view[root];
    for (const key of keys) value = step(Array.isArray(value) ? value[0] : value, key);
    return value;
  };
}

/** Prepares a path for reading all that it leads to, through all lists on the way. */
export function itemsReader(path: Path): (view: View) => unknown[] {
  const { root, keys } = stepsOf(path);
  return (view) => {
    const found: unknown[] = [];
    collect(view[root], keys, 0, found);
    return found;
  };
}

/** Prepares paths for reading the first text that one of them leads to. */
export function textReader(where: Path | PathFunction | readonly (Path | PathFunction)[]): PathFunction {
  const readers = [where].flat().map(reader);
  const [only] = readers;
  if (readers.length === 1 && only !== undefined) return only;
  return (view) => {
    for (const read of readers) {
      const text = read(view);
      if (text !== null) return text;
    }
    return null;
  };
}

/** The text that a value is; ids of digits arrive as numbers, and single ids as lists of one. */
export function textOf(value: unknown): string | null {
  if (typeof value === "string") return value === "" || isHidden(value) ? null : value;
  if (typeof value === "number") return String(value);
  return Array.isArray(value) && !Array.isArray(value[0]) ? textOf(value[0]) : null;
}

function reader(where: Path | PathFunction): PathFunction {
  if (typeof where === "function") return where;
  const read = valueReader(where);
  return (view) => textOf(read(view));
}

function stepsOf(path: Path): Steps {
  const [root, ...keys] = path.split(".");
  return { root: root as Root, keys };
}

function collect(value: unknown, keys: readonly string[], from: number, found: unknown[]): void {
  if (value === undefined || value === null) return;
  if (Array.isArray(value)) {
    for (const one of value) if (!Array.isArray(one)) collect(one, keys, from, found);
    return;
  }
  const key = keys[from];
  if (key === undefined) found.push(value);
  else collect(step(value, key), keys, from + 1, found);
}

function step(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  const object = value as Readonly<Record<string, unknown>>;
  return key === "items" ? (object.items ?? object.item ?? object.member) : object[key];
}

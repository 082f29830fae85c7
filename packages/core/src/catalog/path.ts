import { remember } from "../text/remember.ts";
import type { CloudTrailEvent } from "./event.ts";
import { isHidden } from "./hidden.ts";
import { propertyName } from "./property-name.ts";

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

/** A path made ready: where it starts, and the keys it follows from there. */
export type Steps = { readonly root: Root; readonly first: Step | null };

/** A key that a path follows, and the next. */
type Step = { readonly key: string; readonly next: Step | null };

/** Ways to one text, made ready. */
export type Ways = readonly (Steps | PathFunction)[];

/** More paths than rows have. */
const PATHS = 10_000;

/** Prepares a path; rows share most of theirs, which keeps what is read for every event small. */
export const stepsOf = remember((path): Steps => {
  const [root, ...keys] = path.split(".");
  const first = keys.reduceRight<Step | null>((next, key) => ({ key: propertyName(key), next }), null);
  return { root: root as Root, first };
}, PATHS);

/** Prepares the paths of which the first that leads to a text counts. */
export function waysOf(where: Path | PathFunction | readonly (Path | PathFunction)[]): Ways {
  return typeof where === "string"
    ? wayOf(where)
    : [where].flat().map((way) => (typeof way === "function" ? way : stepsOf(way)));
}

const wayOf = remember((path): Ways => [stepsOf(path)], PATHS);

/** What a path leads to; of a list on the way, only the first counts. */
export function valueAt(view: View, { root, first }: Steps): unknown {
  let value = startOf(view, root);
  for (let step = first; step !== null && value !== undefined; step = step.next) {
    value = follow(Array.isArray(value) ? value[0] : value, step.key);
  }
  return value;
}

/** All that a path leads to, through all lists on the way. */
export function itemsAt(view: View, { root, first }: Steps): unknown[] {
  const found: unknown[] = [];
  collect(startOf(view, root), first, found);
  return found;
}

/** The first text that one of several ways leads to. */
export function textAt(view: View, ways: Ways): string | null {
  for (const way of ways) {
    const text = typeof way === "function" ? way(view) : textOf(valueAt(view, way));
    if (text !== null) return text;
  }
  return null;
}

/** Prepares paths for reading the first text that one of them leads to. */
export function textReader(where: Path | PathFunction | readonly (Path | PathFunction)[]): PathFunction {
  const ways = waysOf(where);
  return (view) => textAt(view, ways);
}

/** The text that a value is; ids of digits arrive as numbers, and single ids as lists of one. */
export function textOf(value: unknown): string | null {
  if (typeof value === "string") return value === "" || isHidden(value) ? null : value;
  if (typeof value === "number") return String(value);
  return Array.isArray(value) && !Array.isArray(value[0]) ? textOf(value[0]) : null;
}

/** What is under a fixed name is found quicker than what is under any. */
function startOf(view: View, root: Root): unknown {
  switch (root) {
    case "request":
      return view.request;
    case "response":
      return view.response;
    case "item":
      return view.item;
  }
}

function collect(value: unknown, step: Step | null, found: unknown[]): void {
  if (value === undefined || value === null) return;
  if (Array.isArray(value)) {
    for (const one of value) if (!Array.isArray(one)) collect(one, step, found);
    return;
  }
  if (step === null) found.push(value);
  else collect(follow(value, step.key), step.next, found);
}

function follow(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  const object = value as Readonly<Record<string, unknown>>;
  return key === "items" ? (object.items ?? object.item ?? object.member) : object[key];
}

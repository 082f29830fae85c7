import { isHidden } from "./hidden.ts";
import type { TagShape } from "./row.ts";

/** Tags as keys and values. */
export type TagMap = Readonly<Record<string, string>>;

/** The tags that were read, and the keys whose values the log hides; `*` stands for tags that are hidden whole. */
export type ReadTags = { readonly tags: TagMap; readonly hidden: readonly string[] };

type Reading = { readonly tags: Record<string, string>; hidden: string[] | null };

/** How deep lists may be wrapped; deeper than anything that CloudTrail writes. */
const DEEPEST = 4;

const NONE: readonly string[] = [];

/** What no tags look like; most events have none. */
export const NO_TAGS: ReadTags = { tags: {}, hidden: NONE };

/**
 * Reads tags in all shapes in which CloudTrail writes them: lists and single objects of key and value in any casing,
 * wrapped lists, maps, and specifications, of which those for `type` count (`instance` as in `ec2:instance`).
 *
 * @example readTags({ Key: "keep", Value: true }, "list").tags // { keep: "true" }
 */
export function readTags(value: unknown, shape: TagShape, type = ""): ReadTags {
  if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) return NO_TAGS;
  const into: Reading = { tags: {}, hidden: null };
  if (shape === "specifications") readSpecifications(value, type, into);
  else readAny(value, shape, into);
  return { tags: into.tags, hidden: into.hidden ?? NONE };
}

/** Puts tags together; of a key that occurs twice the later value counts. */
export function joinTags(left: ReadTags, right: ReadTags): ReadTags {
  if (left === NO_TAGS) return right;
  if (right === NO_TAGS) return left;
  return { tags: { ...left.tags, ...right.tags }, hidden: [...left.hidden, ...right.hidden] };
}

function readSpecifications(value: unknown, type: string, into: Reading): void {
  for (const one of Array.isArray(value) ? value : [value]) {
    if (typeof one === "string" && isHidden(one)) hide(into, "*");
    if (!isRecord(one)) continue;
    const meant = one.resourceType ?? one.ResourceType ?? type;
    // The attribute `tag` of answers that were XML counts specifications; their tags are in `Tag`.
    if (meant === type) readAny(one.tags ?? one.Tags ?? one.Tag ?? one.tagSet ?? one.tag, "list", into);
  }
}

function readAny(value: unknown, shape: TagShape, into: Reading, depth = 0): void {
  if (depth > DEEPEST) return;
  if (Array.isArray(value)) for (const one of value) readAny(one, "list", into, depth + 1);
  else if (typeof value === "string" && isHidden(value)) hide(into, "*");
  else if (isRecord(value)) readRecord(value, shape, into, depth);
}

function readRecord(
  value: Readonly<Record<string, unknown>>,
  shape: TagShape,
  into: Reading,
  depth: number,
): void {
  if (shape === "map") {
    for (const name of Object.keys(value)) readTag(name, value[name], into);
    return;
  }
  const key = value.key ?? value.Key ?? value.tagKey ?? value.TagKey;
  if (key !== undefined) readTag(key, value.value ?? value.Value ?? value.tagValue ?? value.TagValue, into);
  else readAny(wrappedIn(value), shape, into, depth + 1);
}

/** The list within an object that only wraps it. */
function wrappedIn(value: Readonly<Record<string, unknown>>): unknown {
  const wrapped =
    value.items ?? value.item ?? value.member ?? value.Tag ?? value.TagSet ?? value.tagSet ?? value.tag;
  return typeof wrapped === "object" && wrapped !== null ? wrapped : undefined;
}

function readTag(key: unknown, value: unknown, into: Reading): void {
  const name = scalar(key);
  if (name === null || name === "") return;
  const text = value === undefined || value === null ? "" : scalar(value);
  if (text === null || isHidden(text)) hide(into, name);
  else if (name === "__proto__") Object.defineProperty(into.tags, name, { value: text, enumerable: true });
  else into.tags[name] = text;
}

function hide(into: Reading, key: string): void {
  into.hidden ??= [];
  into.hidden.push(key);
}

/** The text of a value; CloudTrail makes booleans and numbers of texts that look like them. */
function scalar(value: unknown): string | null {
  if (typeof value === "string") return value;
  return typeof value === "boolean" || typeof value === "number" ? String(value) : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

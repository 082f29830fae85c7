import type { Path } from "./path.ts";
import type { ArnTemplate, EndingRow, Row, TaggedFacts, TaggingRow, TagSource, Where } from "./row.ts";

/** Tags that are a list of keys and values. */
export function list(at: Path): TagSource {
  return { at, shape: "list" };
}

/** Tags that are an object of keys. */
export function map(at: Path): TagSource {
  return { at, shape: "map" };
}

/** Tags that are listed by the resource type they are for. */
export function specifications(at: Path): TagSource {
  return { at, shape: "specifications" };
}

/** A pair of calls that set and remove tags of what they name. */
export function tagCalls(
  set: string,
  remove: string,
  named: TaggedFacts,
  tags: TagSource,
  keys: Path = "request.tagKeys",
): TaggingRow[] {
  return [
    { event: set, resources: [named], sets: [tags] },
    { event: remove, resources: [named], removes: [keys] },
  ];
}

/** The pair of calls by which most services set and remove the tags of one ARN. */
export function tagResource(at: Where, tags: TagSource, keys?: Path): TaggingRow[] {
  return tagCalls("TagResource", "UntagResource", { at }, tags, keys);
}

/** A creation of something that carries no tags of its own, or only those of what it belongs to. */
export function untaggable(event: string, type: string, id: Where): Row {
  return { event, type, id, priority: 4, taggable: false };
}

/** A deletion of one resource, named by its ARN, or by what an ARN is made of. */
export function ending(event: string, at: Where, type?: string, template?: ArnTemplate): EndingRow {
  const what = type === undefined ? {} : { type };
  return { event, resources: [{ at, ...what, ...(template === undefined ? {} : { template }) }] };
}

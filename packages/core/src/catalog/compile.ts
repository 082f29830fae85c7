import { itemsReader, type PathFunction, textReader, type View, valueReader } from "./path.ts";
import type { ResourceFacts, Row, TaggedFacts, TaggingRow, TagSource } from "./row.ts";
import { joinTags, NO_TAGS, type ReadTags, readTags } from "./tags.ts";
import { arnBuilder } from "./template.ts";

/** Reads the tags that apply to resources of one type. */
export type TagReader = (view: View) => ReadTags;

/** Facts about resources with their paths made ready. */
export type CompiledFacts = {
  readonly type: string;
  readonly each: ((view: View) => unknown[]) | null;
  readonly id: PathFunction | null;
  readonly arn: PathFunction | null;
  readonly build: ReturnType<typeof arnBuilder> | null;
  readonly tags: TagReader;
  readonly carried: TagReader | null;
  readonly within: readonly CompiledFacts[];
};

/** A row of creations, ready to be read. */
export type CompiledRow = {
  readonly kind: "creation";
  readonly row: Row;
  readonly facts: CompiledFacts;
  readonly otherwise: CompiledFacts | null;
};

/** How a tagging call names resources, with paths made ready. */
export type CompiledTagged = {
  readonly each: ((view: View) => unknown[]) | null;
  readonly at: PathFunction;
  readonly type: PathFunction;
  readonly build: ReturnType<typeof arnBuilder> | null;
  readonly implied: {
    readonly typeOf: (id: string) => string | null;
    readonly build: ReturnType<typeof arnBuilder>;
  } | null;
};

/** A row of tagging calls, ready to be read. */
export type CompiledTagging = {
  readonly kind: "tagging";
  readonly row: TaggingRow;
  readonly per: ((view: View) => unknown[]) | null;
  readonly resources: readonly CompiledTagged[];
  readonly sets: TagReader | null;
  readonly removes: readonly ((view: View) => unknown)[];
  /** What the keys of a removal must be set to, where the call says. */
  readonly unless: TagReader;
  readonly replaces: TagReader | null;
};

/** Makes the paths of a row of creations ready, once for all events. */
export function compileRow(row: Row): CompiledRow {
  const otherwise = row.otherwise === undefined ? null : compileFacts(row.otherwise);
  return { kind: "creation", row, facts: compileFacts(row), otherwise };
}

/** Makes the paths of a tagging call ready, once for all events. */
export function compileTagging(row: TaggingRow): CompiledTagging {
  const removes = row.removes ?? [];
  return {
    kind: "tagging",
    row,
    per: row.per === undefined ? null : itemsReader(row.per),
    resources: row.resources.map(compileTagged),
    sets: row.sets === undefined ? null : tagReader(row.sets, ""),
    removes: removes.map(valueReader),
    unless: tagReader(
      removes.map((at) => ({ at, shape: "list" })),
      "",
    ),
    replaces: row.replaces === undefined ? null : tagReader(row.replaces, ""),
  };
}

function compileFacts(facts: ResourceFacts): CompiledFacts {
  const { type, each, id, arn, template, tags = [], carried, within = [] } = facts;
  return {
    type,
    each: each === undefined ? null : itemsReader(each),
    id: id === undefined ? null : textReader(id),
    arn: arn === undefined ? null : textReader(arn),
    build: template === undefined ? null : arnBuilder(template),
    tags: tagReader(tags, type),
    carried: carried === undefined ? null : tagReader([carried], type),
    within: within.map(compileFacts),
  };
}

function compileTagged({ each, at, type, template, implied }: TaggedFacts): CompiledTagged {
  return {
    each: each === undefined ? null : itemsReader(each),
    at: textReader(at),
    type: typeof type === "function" ? type : () => type ?? null,
    build: template === undefined ? null : arnBuilder(template),
    implied: implied === undefined ? null : { typeOf: implied.typeOf, build: arnBuilder(implied.template) },
  };
}

function tagReader(sources: readonly TagSource[], type: string): TagReader {
  const kind = type.slice(type.indexOf(":") + 1);
  const readers = sources.map(({ at, shape }) => ({ value: valueReader(at), shape }));
  return (view) => {
    let all: ReadTags = NO_TAGS;
    for (const { value, shape } of readers) all = joinTags(all, readTags(value(view), shape, kind));
    return all;
  };
}

import { type PathFunction, type Steps, stepsOf, type View, valueAt, type Ways, waysOf } from "./path.ts";
import type { EndingRow, ResourceFacts, Row, TaggedFacts, TaggingRow, TagShape, TagSource } from "./row.ts";
import { joinTags, NO_TAGS, type ReadTags, readTags } from "./tags.ts";
import { arnBuilder } from "./template.ts";
import { type Wrappers, wrappersOf } from "./view.ts";

/** Where tags are, and how they are written there. */
export type CompiledTags = {
  readonly sources: readonly (Steps & { readonly shape: TagShape })[];
  /** The type that specifications must be for. */
  readonly kind: string;
};

/** Facts about resources with their paths made ready. */
export type CompiledFacts = {
  readonly type: string;
  readonly each: Steps | null;
  readonly id: Ways;
  readonly arn: Ways;
  readonly build: ReturnType<typeof arnBuilder> | null;
  readonly tags: CompiledTags;
  readonly carried: CompiledTags | null;
  readonly taggedElsewhere: boolean;
  readonly within: readonly CompiledFacts[];
};

/** A row of creations, ready to be read. */
export type CompiledRow = {
  readonly kind: "creation";
  readonly row: Row;
  readonly facts: CompiledFacts;
  readonly otherwise: CompiledFacts | null;
  readonly wrappers: Wrappers;
};

/** How a tagging call names resources, with paths made ready. */
export type CompiledTagged = {
  readonly each: Steps | null;
  readonly at: Ways;
  readonly except: Steps | null;
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
  readonly wrappers: Wrappers;
  readonly per: Steps | null;
  readonly resources: readonly CompiledTagged[];
  readonly sets: CompiledTags | null;
  readonly removes: readonly Steps[];
  /** What the keys of a removal must be set to, where the call says. */
  readonly unless: CompiledTags;
  readonly replaces: CompiledTags | null;
};

/** A row of deletions, ready to be read. */
export type CompiledEnding = {
  readonly kind: "ending";
  readonly row: EndingRow;
  readonly wrappers: Wrappers;
  readonly resources: readonly CompiledTagged[];
};

/** Makes the paths of a row of creations ready, once for all events. */
export function compileRow(row: Row): CompiledRow {
  const otherwise = row.otherwise === undefined ? null : compileFacts(row.otherwise);
  return { kind: "creation", row, facts: compileFacts(row), otherwise, wrappers: wrappersOf(row.event) };
}

/** Makes the paths of a tagging call ready, once for all events. */
export function compileTagging(row: TaggingRow): CompiledTagging {
  const removes = row.removes ?? [];
  return {
    kind: "tagging",
    row,
    wrappers: wrappersOf(row.event),
    per: row.per === undefined ? null : stepsOf(row.per),
    resources: row.resources.map(compileTagged),
    sets: row.sets === undefined ? null : compileTags(row.sets, ""),
    removes: removes.map(stepsOf),
    unless: compileTags(
      removes.map((at) => ({ at, shape: "list" })),
      "",
    ),
    replaces: row.replaces === undefined ? null : compileTags(row.replaces, ""),
  };
}

/** Makes the paths of a deletion ready, once for all events. */
export function compileEnding(row: EndingRow): CompiledEnding {
  return {
    kind: "ending",
    row,
    wrappers: wrappersOf(row.event),
    resources: row.resources.map(compileTagged),
  };
}

function compileFacts(facts: ResourceFacts): CompiledFacts {
  const { type, each, id, arn, template, tags = [], carried, taggedElsewhere = false, within = [] } = facts;
  return {
    type,
    each: each === undefined ? null : stepsOf(each),
    id: id === undefined ? [] : waysOf(id),
    arn: arn === undefined ? [] : waysOf(arn),
    build: template === undefined ? null : arnBuilder(template),
    tags: compileTags(tags, type),
    carried: carried === undefined ? null : compileTags([carried], type),
    taggedElsewhere,
    within: within.map(compileFacts),
  };
}

function compileTagged({ each, at, except, type, template, implied }: TaggedFacts): CompiledTagged {
  return {
    each: each === undefined ? null : stepsOf(each),
    at: waysOf(at),
    except: except === undefined ? null : stepsOf(except),
    type: typeof type === "function" ? type : () => type ?? null,
    build: template === undefined ? null : arnBuilder(template),
    implied: implied === undefined ? null : { typeOf: implied.typeOf, build: arnBuilder(implied.template) },
  };
}

function compileTags(sources: readonly TagSource[], type: string): CompiledTags {
  return {
    sources: sources.map(({ at, shape }) => ({ ...stepsOf(at), shape })),
    kind: type.slice(type.indexOf(":") + 1),
  };
}

/** The tags that an event holds at all of these places. */
export function tagsAt(view: View, { sources, kind }: CompiledTags): ReadTags {
  let all: ReadTags = NO_TAGS;
  for (const source of sources) {
    const value = valueAt(view, source);
    if (value !== undefined) all = joinTags(all, readTags(value, source.shape, kind));
  }
  return all;
}

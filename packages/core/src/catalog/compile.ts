import { remember } from "../text/remember.ts";
import { type PathFunction, type Steps, stepsOf, type View, valueAt, type Ways, waysOf } from "./path.ts";
import type { EndingRow, ResourceFacts, Row, TaggedFacts, TaggingRow, TagShape, TagSource } from "./row.ts";
import { joinTags, NO_TAGS, type ReadTags, readTags } from "./tags.ts";
import { type ArnBuilder, arnBuilder } from "./template.ts";
import { type Wrappers, wrappersOf } from "./view.ts";

/** More places of tags than rows have. */
const PLACES = 10_000;

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
  readonly build: ArnBuilder | null;
  readonly tags: CompiledTags;
  readonly carried: CompiledTags | null;
  readonly taggedElsewhere: boolean;
  readonly within: readonly CompiledFacts[];
};

/** A row of creations, ready to be read. */
export type CompiledRow = Wrappers & {
  readonly kind: "creation";
  readonly row: Row;
  readonly isTaggable: boolean;
  readonly facts: CompiledFacts;
  readonly otherwise: CompiledFacts | null;
};

/** How a tagging call names resources, with paths made ready. */
export type CompiledTagged = {
  readonly each: Steps | null;
  readonly at: Ways;
  readonly except: Steps | null;
  readonly type: PathFunction;
  readonly build: ArnBuilder | null;
  readonly implied: {
    readonly typeOf: (id: string) => string | null;
    readonly build: ArnBuilder;
  } | null;
};

/** A row of tagging calls, ready to be read. */
export type CompiledTagging = Wrappers & {
  readonly kind: "tagging";
  readonly row: TaggingRow;
  readonly per: Steps | null;
  readonly resources: readonly CompiledTagged[];
  readonly sets: CompiledTags | null;
  readonly removes: readonly Steps[];
  /** What the keys of a removal must be set to, where the call says. */
  readonly unless: CompiledTags;
  readonly replaces: CompiledTags | null;
};

/** A row of deletions, ready to be read. */
export type CompiledEnding = Wrappers & {
  readonly kind: "ending";
  readonly row: EndingRow;
  readonly resources: readonly CompiledTagged[];
};

const NO_WAYS: Ways = [];
const NONE: readonly CompiledFacts[] = [];

/** Makes the paths of a row of creations ready, once for all events. */
export function compileRow(row: Row): CompiledRow {
  const otherwise = row.otherwise === undefined ? null : compileFacts(row.otherwise);
  const isTaggable = row.taggable !== false;
  return { ...wrappersOf(row.event), kind: "creation", row, isTaggable, facts: compileFacts(row), otherwise };
}

/** Makes the paths of a tagging call ready, once for all events. */
export function compileTagging(row: TaggingRow): CompiledTagging {
  const removes = row.removes ?? [];
  return {
    ...wrappersOf(row.event),
    kind: "tagging",
    row,
    per: row.per === undefined ? null : stepsOf(row.per),
    resources: row.resources.map(compileTagged),
    sets: row.sets === undefined ? null : compileTags(row.sets, ""),
    removes: removes.map((at) => stepsOf(at)),
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
    ...wrappersOf(row.event),
    kind: "ending",
    row,
    resources: row.resources.map(compileTagged),
  };
}

function compileFacts(facts: ResourceFacts): CompiledFacts {
  const { type, each, id, arn, template, tags = [], carried, taggedElsewhere = false, within = [] } = facts;
  return {
    type,
    each: each === undefined ? null : stepsOf(each),
    id: id === undefined ? NO_WAYS : waysOf(id),
    arn: arn === undefined ? NO_WAYS : waysOf(arn),
    build: template === undefined ? null : arnBuilder(template),
    tags: compileTags(tags, type),
    carried: carried === undefined ? null : compileTags([carried], type),
    taggedElsewhere,
    within: within.length === 0 ? NONE : within.map(compileFacts),
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

/** Rows share most of the places where tags are, which keeps what is read for every event small. */
function compileTags(sources: readonly TagSource[], type: string): CompiledTags {
  const isByKind = sources.some(({ shape }) => shape === "specifications");
  const tags = { sources, kind: isByKind ? type.slice(type.indexOf(":") + 1) : "" };
  return tagsIn(JSON.stringify(tags), tags);
}

const tagsIn = remember(
  (
    _place,
    { sources, kind }: { readonly sources: readonly TagSource[]; readonly kind: string },
  ): CompiledTags => ({
    sources: sources.map(({ at, shape }) => ({ ...stepsOf(at), shape })),
    kind,
  }),
  PLACES,
);

/** The tags that an event holds at all of these places. */
export function tagsAt(view: View, { sources, kind }: CompiledTags): ReadTags {
  let all: ReadTags = NO_TAGS;
  for (const source of sources) {
    const value = valueAt(view, source);
    if (value !== undefined) all = joinTags(all, readTags(value, source.shape, kind));
  }
  return all;
}

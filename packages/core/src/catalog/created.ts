import { arnEnd } from "./arn.ts";
import { type CompiledFacts, type CompiledRow, tagsAt } from "./compile.ts";
import type { Creation } from "./creation.ts";
import type { CloudTrailEvent } from "./event.ts";
import { itemsAt, textAt, type View } from "./path.ts";
import type { Row } from "./row.ts";
import type { ReadTags } from "./tags.ts";
import { itemView, viewOf } from "./view.ts";

const NONE: readonly Creation[] = [];

/** The resources that an event created, in its order; each is followed by those that came with it. */
export function createdBy(known: CompiledRow, event: CloudTrailEvent): readonly Creation[] {
  const { row, facts, otherwise } = known;
  const view = viewOf(event, known);
  const found = find(facts, row, view);
  return found.length === 0 && otherwise !== null ? find(otherwise, row, view) : found;
}

function find(facts: CompiledFacts, row: Row, view: View): readonly Creation[] {
  // A request has one set of tags for all that it makes of a type.
  if (facts.each === null) return made(facts, row, view, tagsAt(view, facts.tags));
  const items = itemsAt(view, facts.each);
  if (items.length === 0) return NONE;
  const requested = tagsAt(view, facts.tags);
  return items.flatMap((item) => made(facts, row, itemView(view, item), requested));
}

/** The one resource that a view describes, and what came with it. */
function made(facts: CompiledFacts, row: Row, view: View, requested: ReadTags): readonly Creation[] {
  const known = textAt(view, facts.arn);
  const id = textAt(view, facts.id) ?? (known === null ? null : arnEnd(known));
  if (id === null) return NONE;
  const creation: Creation = {
    arn: known ?? (facts.build === null ? null : facts.build(view.event, facts.type, id)),
    id,
    type: facts.type,
    requestTags: requested.tags,
    hiddenTags: requested.hidden,
    carriedTags: facts.carried === null ? null : tagsAt(view, facts.carried).tags,
    taggedElsewhere: facts.taggedElsewhere,
    row,
  };
  if (facts.within.length === 0) return [creation];
  return [creation, ...facts.within.flatMap((inner) => find(inner, row, view))];
}

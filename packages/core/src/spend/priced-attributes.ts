import type { Creation } from "../catalog/creation.ts";
import type { CloudTrailEvent } from "../catalog/event.ts";
import { itemsAt, stepsOf, textAt, waysOf } from "../catalog/path.ts";
import type { Row } from "../catalog/row.ts";
import { itemView, viewOf, wrappersOf } from "../catalog/view.ts";
import { attributesAt } from "./attributes-at.ts";
import type { Attributes } from "./price.ts";

/**
 * What an event tells about the price of each resource that it created, in their order; null where the catalog does not
 * know where to look.
 *
 * @example pricedAttributes(event, createdBy(event)) // [{ instanceType: "m5.large", tenancy: "default" }]
 */
export function pricedAttributes(
  event: CloudTrailEvent,
  creations: readonly Creation[],
): (Attributes | null)[] {
  const readers = new Map<Row, AttributeReader>();
  return creations.map(({ row, type, id }) => {
    // What comes with a resource has its own price, or none.
    if (row.price === undefined || type !== row.type) return null;
    const reader = readers.get(row) ?? readerOf(row, row.price, event);
    readers.set(row, reader);
    return reader(id);
  });
}

/** Finds the attributes of what a call made by its id. */
type AttributeReader = (id: string) => Attributes | null;

function readerOf(
  { event: name, each, id }: Row,
  price: NonNullable<Row["price"]>,
  event: CloudTrailEvent,
): AttributeReader {
  const view = viewOf(event, wrappersOf(name));
  if (each === undefined) {
    const only = attributesAt(view, price);
    return () => only;
  }
  const ids = id === undefined ? [] : waysOf(id);
  const byId = new Map<string | null, Attributes>();
  for (const item of itemsAt(view, stepsOf(each))) {
    const one = itemView(view, item);
    byId.set(textAt(one, ids), attributesAt(one, price));
  }
  return (known) => byId.get(known) ?? null;
}

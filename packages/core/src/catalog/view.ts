import type { CloudTrailEvent, JsonObject } from "./event.ts";
import type { View } from "./path.ts";
import { propertyName } from "./property-name.ts";

/** The names of what wraps the request and the answer of a call. */
export type Wrappers = { readonly of: string; readonly request: string; readonly response: string };

/** Names what wraps a call. */
export function wrappersOf(eventName: string): Wrappers {
  const request = propertyName(`${eventName}Request`);
  const response = propertyName(`${eventName}Response`);
  return { of: eventName, request, response };
}

/**
 * What paths of rows lead into: request and answer of an event, without what wraps them.
 *
 * @param prepared those of the row, whose name may lack the version that the event's has
 */
export function viewOf(event: CloudTrailEvent, prepared: Wrappers): View {
  const wrappers = prepared.of === event.eventName ? prepared : wrappersOf(event.eventName);
  return {
    event,
    request: unwrapped(event.requestParameters, wrappers.request),
    response: unwrapped(event.responseElements, wrappers.response),
    item: undefined,
  };
}

/** What the paths of one item of a list lead into. */
export function itemView({ event, request, response }: View, item: unknown): View {
  return { event, request, response, item };
}

/** Some calls are logged as their XML was, as in `{ CreateNatGatewayRequest: { … } }`. */
function unwrapped(value: JsonObject | null, wrapper: string): JsonObject | null {
  if (value === null || !Object.hasOwn(value, wrapper)) return value;
  const inner = value[wrapper];
  return typeof inner === "object" && inner !== null && !Array.isArray(inner)
    ? { ...value, ...inner }
    : value;
}

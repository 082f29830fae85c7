import type { CloudTrailEvent, JsonObject } from "./event.ts";
import type { View } from "./path.ts";

/** What paths of rows lead into: request and answer of an event, without what wraps them. */
export function viewOf(event: CloudTrailEvent): View {
  return {
    event,
    request: unwrapped(event.requestParameters, event.eventName, "Request"),
    response: unwrapped(event.responseElements, event.eventName, "Response"),
    item: undefined,
  };
}

/** Some calls are logged as their XML was, as in `{ CreateNatGatewayRequest: { … } }`. */
function unwrapped(value: JsonObject | null, eventName: string, ending: string): JsonObject | null {
  if (value === null) return null;
  const inner = value[eventName + ending];
  return typeof inner === "object" && inner !== null && !Array.isArray(inner)
    ? { ...value, ...inner }
    : value;
}

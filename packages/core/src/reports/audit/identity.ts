import type { AuditedEvent } from "./audited.ts";

/**
 * What is the same in an event that was delivered twice, and hardly ever in two that were given one id; null where
 * the event has none.
 *
 * @example identityOf(audited) === identityOf(deliveredAgain) // true
 */
export function identityOf(item: AuditedEvent): string | null {
  const { eventId, eventTime, eventName } = item.event;
  if (eventId === null) return null;
  const resources =
    item.outcome === "skipped"
      ? [item.skipReason]
      : item.resources.map(({ resource, requestTags }) => [resource.arn, resource.id, requestTags]);
  return JSON.stringify([eventId, eventTime, eventName, resources]);
}

import { isObject } from "../catalog/event.ts";

/** Names by which a record of CloudTrail is known, however damaged. */
const MARKS = ["eventSource", "eventName", "eventTime", "eventVersion", "eventID", "userIdentity"];

/**
 * Whether a record is none of CloudTrail's, rather than a damaged one.
 *
 * @example isForeign({ name: "package" }) // true
 */
export function isForeign(record: unknown): boolean {
  const inner = isObject(record) && isObject(record.detail) ? record.detail : record;
  return !isObject(inner) || !MARKS.some((mark) => mark in inner);
}

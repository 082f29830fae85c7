import { actorOf } from "@tagledger/core/catalog/actor";
import { type CloudTrailEvent, isObject, isUnreadable, parseEvent } from "@tagledger/core/catalog/event";
import { badInput } from "@tagledger/core/errors";
import type { TrailItem } from "@tagledger/core/ports";

/** A record of a log: when something was done, and what, where it was done to data. */
export interface LoggedCall {
  readonly at: number;
  readonly data: DataEvent | null;
}

/** A call that reads or writes data. */
export interface DataEvent {
  /** The same for each of the records that different trails and accounts keep of one call. */
  readonly id: string;
  /** Null where the record does not tell whether data was read or written. */
  readonly metric: "reads" | "writes" | null;
  readonly failed: boolean;
  /** The ARNs by which whoever called may be known. */
  readonly principals: readonly string[];
  /** What to call whoever called, and whether only the account is known. */
  readonly name: string;
  readonly isAccount: boolean;
  readonly resources: readonly string[];
}

/** Names by which a record of CloudTrail is known. */
const MARKS = ["eventSource", "eventName", "eventTime", "eventID"];

/**
 * Reads what a log holds at a place; null where it is something else than CloudTrail's.
 *
 * @throws bad-input naming the place where a record or the file is damaged: nobody can tell what is missing then
 */
export function loggedCall(item: TrailItem): LoggedCall | null {
  if ("problem" in item) {
    if (item.foreign === true) return null;
    throw badInput(`${item.place}: ${item.problem}`, { place: item.place });
  }
  const { record, place } = item;
  const event = parseEvent(record);
  const inner = isObject(record) && isObject(record.detail) ? record.detail : record;
  if (isUnreadable(event)) {
    if (!isObject(inner) || !MARKS.some((mark) => mark in inner)) return null;
    throw badInput(`${place}: ${event.unreadable}`, { place });
  }
  const isData = isObject(inner) && (inner.eventCategory === "Data" || inner.managementEvent === false);
  return { at: event.at, data: isData ? dataEvent(event, inner.sharedEventID, place) : null };
}

function dataEvent(event: CloudTrailEvent, shared: unknown, place: string): DataEvent {
  const { type, arn, roleArn, roleName, userName, display, accountId } = actorOf(event);
  const isAccount = type === "AWSAccount";
  const account = accountId === null ? null : `account ${accountId}`;
  return {
    id: typeof shared === "string" && shared !== "" ? shared : (event.eventId ?? place),
    metric: event.readOnly === null ? null : event.readOnly ? "reads" : "writes",
    failed: event.errorCode !== null,
    principals: [arn, roleArn].filter((each) => each !== null),
    name: (isAccount ? account : null) ?? roleName ?? userName ?? display ?? account ?? "(unknown)",
    isAccount,
    resources: event.resources.flatMap((each) => {
      const named = isObject(each) ? (each.ARN ?? each.arn) : null;
      return typeof named === "string" ? [named] : [];
    }),
  };
}

import { instantOf, utcText } from "./instant.ts";

/** An object as JSON holds it. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** A CloudTrail record: what we need of it read and checked, the rest as it came. */
export type CloudTrailEvent = {
  /** Null in records whose envelope was trimmed. */
  readonly eventId: string | null;
  /** ISO 8601 in UTC. */
  readonly eventTime: string;
  /** The same moment in milliseconds since 1970. */
  readonly at: number;
  /** As in `ec2.amazonaws.com`. */
  readonly eventSource: string;
  /** As in `RunInstances`. */
  readonly eventName: string;
  /** As in `AwsApiCall` or `AwsServiceEvent`. */
  readonly eventType: string | null;
  /** The account that was acted on, else the caller's. */
  readonly account: string | null;
  readonly region: string | null;
  /** Null where the call succeeded. */
  readonly errorCode: string | null;
  /** Null in records from before CloudTrail told. */
  readonly readOnly: boolean | null;
  /** Empty where the record names nobody. */
  readonly userIdentity: JsonObject;
  readonly requestParameters: JsonObject | null;
  readonly responseElements: JsonObject | null;
  readonly resources: readonly unknown[];
  readonly sourceIPAddress: string | null;
  readonly userAgent: string | null;
  /** The AWS service that made the call for somebody. */
  readonly invokedBy: string | null;
};

/** A record that is no CloudTrail event, and why. */
export type Unreadable = { readonly unreadable: string };

const NOBODY: JsonObject = {};
const NOTHING: readonly unknown[] = [];

/**
 * Reads one CloudTrail record, or the EventBridge event around it. Unknown fields are left alone.
 *
 * @example parseEvent({ eventName: "CreateVpc" }) // { unreadable: "eventSource is missing" }
 */
export function parseEvent(json: unknown): CloudTrailEvent | Unreadable {
  if (!isObject(json)) return { unreadable: `a record is an object, not ${kindOf(json)}` };
  const record = isObject(json.detail) && "detail-type" in json ? json.detail : json;
  const { eventSource, eventName, eventTime } = record;
  if (typeof eventSource !== "string" || eventSource === "") return missing("eventSource", eventSource);
  if (typeof eventName !== "string" || eventName === "") return missing("eventName", eventName);
  if (typeof eventTime !== "string" || eventTime === "") return missing("eventTime", eventTime);
  const at = instantOf(eventTime);
  if (at === null)
    return { unreadable: `eventTime is not a time: ${JSON.stringify(eventTime.slice(0, 40))}` };
  const userIdentity = isObject(record.userIdentity) ? record.userIdentity : NOBODY;
  return {
    eventId: text(record.eventID),
    eventTime: utcText(eventTime, at),
    at,
    eventSource,
    eventName,
    eventType: text(record.eventType),
    account: accountOf(record.recipientAccountId) ?? accountOf(userIdentity.accountId),
    region: text(record.awsRegion),
    errorCode: text(record.errorCode),
    readOnly: flag(record.readOnly),
    userIdentity,
    requestParameters: isObject(record.requestParameters) ? record.requestParameters : null,
    responseElements: isObject(record.responseElements) ? record.responseElements : null,
    resources: Array.isArray(record.resources) ? record.resources : NOTHING,
    sourceIPAddress: text(record.sourceIPAddress),
    userAgent: text(record.userAgent),
    invokedBy: text(userIdentity.invokedBy),
  };
}

/** Whether what was read is no event. */
export function isUnreadable(read: CloudTrailEvent | Unreadable): read is Unreadable {
  return "unreadable" in read;
}

/** Whether a value is an object as JSON holds it: no array, not null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function missing(field: string, value: unknown): Unreadable {
  const absent = value === undefined || value === null || value === "";
  return { unreadable: absent ? `${field} is missing` : `${field} is a text, not ${kindOf(value)}` };
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

/** Tools that pass records on sometimes make a number of an account and so lose its zeros. */
function accountOf(value: unknown): string | null {
  return typeof value === "number" ? String(value).padStart(12, "0") : text(value);
}

function flag(value: unknown): boolean | null {
  if (typeof value === "boolean") return value;
  return value === "true" ? true : value === "false" ? false : null;
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "a list" : `a ${typeof value}`;
}

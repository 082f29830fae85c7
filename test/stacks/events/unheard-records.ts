import { lookup } from "@tagledger/core/catalog/lookup";
import { services } from "@tagledger/core/catalog/services/all";
import { makeRecord } from "@tagledger/core/catalog/testing/make-event";
import type { CloudTrailRecord } from "./envelope.ts";

/** The same calls, which failed. */
export function failed(records: readonly CloudTrailRecord[]): CloudTrailRecord[] {
  return records.map((record) => changed(record, "failed", { errorCode: "AccessDenied" }));
}

/** The same calls, as if they had only read. */
export function readOnly(records: readonly CloudTrailRecord[]): CloudTrailRecord[] {
  return records.map((record) => changed(record, "read", { readOnly: true }));
}

/** Calls of services that make nothing, and those that have a name of another service's call. */
export function strangers(records: readonly CloudTrailRecord[]): CloudTrailRecord[] {
  const names = [...new Set(records.map(({ eventName }) => `${eventName}`))];
  const heard = new Set(records.map(({ eventSource, eventName }) => `${eventSource} ${eventName}`));
  const shared = names.filter(
    (name) => services.filter(({ source }) => heard.has(`${source} ${name}`)).length > 1,
  );
  return services.flatMap(({ source, others = [] }) =>
    [...others, ...shared, "DescribeAll"]
      .filter((name) => !heard.has(`${source} ${name}`) && typeof lookup(source, name) !== "object")
      .map((name) => changed(makeRecord({ eventSource: source, eventName: name }), `${source} ${name}`, {})),
  );
}

function changed(record: CloudTrailRecord, what: string, facts: CloudTrailRecord): CloudTrailRecord {
  return { ...record, eventID: `${record.eventID} ${what}`, ...facts };
}

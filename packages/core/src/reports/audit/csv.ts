import { formatAmount } from "../../costs/money.ts";
import { fixLine } from "../../tags/remedies/remedies.ts";
import { csvRow } from "../render/csv-row.ts";
import type { AuditedEvent, AuditedResource } from "./audited.ts";
import { bareType } from "./line.ts";

/** The first row of an audit as CSV. */
export const AUDIT_CSV_HEAD = csvRow([
  "eventTime",
  "eventId",
  "eventSource",
  "eventName",
  "account",
  "region",
  "actor",
  "team",
  "type",
  "id",
  "arn",
  "verdict",
  "key",
  "reason",
  "actual",
  "expected",
  "fix",
  "hourlyAmount",
  "hourlyCurrency",
]);

/**
 * An event of an audit as rows of CSV: one for each finding of each resource, one for a resource without findings, and
 * none for an event that was skipped.
 */
export function csvRowsOf(audited: AuditedEvent): string {
  return audited.outcome === "skipped"
    ? ""
    : audited.resources.map((resource) => resourceRows(audited, resource)).join("");
}

function resourceRows(
  { event, actor }: AuditedEvent,
  { resource: { type, id, arn }, judgement, hourly }: AuditedResource,
): string {
  const { eventTime, eventId, eventSource, eventName, account, region } = event;
  const { verdict, owner, findings } = judgement;
  const call = [eventTime, eventId, eventSource, eventName, account, region, actor.arn ?? actor.display];
  const about = [...call, owner.team, bareType(type), id, arn, verdict];
  const costs = hourly === null ? [null, null] : [formatAmount(hourly.amount), hourly.currency];
  if (findings.length === 0) return csvRow([...about, null, null, null, null, null, ...costs]);
  const fix = fixLine(judgement);
  return findings
    .map(({ key, reason, actual, expected }) =>
      csvRow([...about, key, reason, actual, expected, fix, ...costs]),
    )
    .join("");
}

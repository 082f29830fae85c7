import type { ListedRequest } from "@tagledger/core/flows/list-requests";
import { left } from "@tagledger/core/reports/audit/tables";
import { layOut } from "@tagledger/core/reports/render/text/table";
import { visible } from "@tagledger/core/text/visible";

/**
 * Renders requests for a terminal of so many columns.
 *
 * @example requestsText(requests, { width: 100 }).split("\n")[0] // "request           state  asked …"
 */
export function requestsText(
  requests: readonly ListedRequest[],
  { width }: { readonly width: number },
): string {
  const columns = ["request", "state", "asked", "for", "until", "by", "decided by", "resource", "reason"].map(
    left,
  );
  return [...layOut({ columns, rows: requests.map(rowOf) }, width), ""].join("\n");
}

function rowOf({
  id,
  standing,
  at,
  kind,
  until,
  requester,
  decidedBy,
  resource,
  reason,
}: ListedRequest): string[] {
  return [
    id,
    standing,
    minute(at),
    kind,
    until === null ? "" : minute(until),
    visible(requester),
    decidedBy === null ? "" : visible(decidedBy),
    visible(resource),
    visible(reason),
  ];
}

function minute(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 16)}Z`;
}

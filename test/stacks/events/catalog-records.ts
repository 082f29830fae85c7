import type { CloudTrailEvent } from "@tagledger/core/catalog/event";
import { services } from "@tagledger/core/catalog/services/all";
import { makeRecord } from "@tagledger/core/catalog/testing/make-event";
import { endingCall, rowCall, taggingCall } from "@tagledger/core/catalog/testing/row-call";
import { runningServices } from "@tagledger/core/spend/events/all";
import type { CloudTrailRecord } from "./envelope.ts";

const TAGS = { "ml-team": "vision" };
const ARN = "arn:aws:sagemaker:eu-central-1:444455556666:endpoint/ranking";

/** A record of every call by which something is made, tagged, ended or changed, as the catalog has them. */
export function catalogRecords(): CloudTrailRecord[] {
  const calls = services.flatMap((service) => [
    ...service.creations.map((row) => rowCall(service, row, TAGS)),
    ...(service.taggings ?? []).map((row) => taggingCall(service, row, ARN, TAGS)),
    ...(service.endings ?? []).flatMap((row) =>
      row.resources.slice(0, 1).map((facts) => endingCall(service, row, facts, ARN)),
    ),
  ]);
  const known = new Set(calls.map(({ eventSource, eventName }) => `${eventSource} ${eventName}`));
  const changes = runningServices.flatMap(({ source, rows }) =>
    rows
      .filter(({ event }) => !known.has(`${source} ${event}`))
      .map(({ event }) => makeRecord({ eventSource: source, eventName: event })),
  );
  return [...calls.map(recordOf), ...changes].map((record, index) => ({
    ...record,
    eventID: `catalog-${index}`,
  }));
}

function recordOf({ eventSource, eventName, requestParameters, responseElements }: CloudTrailEvent) {
  return makeRecord({ eventSource, eventName, requestParameters, responseElements });
}

/** A record of CloudTrail, or what it is kept in. */
export type CloudTrailRecord = Readonly<Record<string, unknown>>;

/** An event of EventBridge. */
export interface Envelope {
  readonly version: "0";
  readonly id: string;
  readonly "detail-type": string;
  readonly source: string;
  readonly account: string;
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: CloudTrailRecord;
}

const KINDS: Readonly<Record<string, string>> = {
  AwsServiceEvent: "Service Event",
  AwsConsoleSignIn: "Console Sign In",
  AwsConsoleAction: "Console Action",
  AwsCloudTrailInsight: "Insight",
};

/** The event as which EventBridge carries a record, or as somebody made it up, who cannot name AWS as its source. */
export function envelopeOf(record: CloudTrailRecord, source?: string): Envelope {
  const { eventID, eventSource, eventType, eventTime, awsRegion, recipientAccountId } = record;
  return {
    version: "0",
    id: `${eventID}`,
    "detail-type": `AWS ${KINDS[`${eventType}`] ?? "API Call"} via CloudTrail`,
    source: source ?? `aws.${`${eventSource}`.split(".", 1)}`,
    account: `${recipientAccountId}`,
    time: `${eventTime}`,
    region: `${awsRegion}`,
    resources: [],
    detail: record,
  };
}

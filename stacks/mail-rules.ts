import { EVENT_SOURCE } from "@tagledger/core/events/source";
import type { Stores } from "./environment.ts";
import { type Destination, leadTo } from "./rules.ts";
import type { Told } from "./told.ts";

/** What has mail sent, and what tells that it came back. */
export interface MailRules {
  /** What SES gives back with each mail that it tells of; null where no mail is sent. */
  readonly configurationSet: string | null;
}

/**
 * The rules that have months mailed: one for each snapshot, one that has what is due mailed once a day, and where mail is sent
 * one for what comes back.
 *
 * @returns their ARNs
 */
export function mailRules(
  to: Destination,
  { names }: Told,
  { bus }: Pick<Stores, "bus">,
  { configurationSet }: MailRules,
): readonly $util.Output<string>[] {
  const snapshots = new aws.cloudwatch.EventRule("RuleSnapshots", {
    name: `${names.ours}-snapshots`,
    description: "Has Tagledger mail a month that was divided.",
    eventBusName: bus.name,
    eventPattern: JSON.stringify({ source: [EVENT_SOURCE], "detail-type": ["SnapshotPublished"] }),
    state: "ENABLED",
  });
  const daily = new aws.cloudwatch.EventRule("RuleMail", {
    name: `${names.ours}-mail`,
    description: "Has Tagledger mail the month that ended, once its day has come.",
    scheduleExpression: "rate(1 day)",
    state: "ENABLED",
  });
  leadTo("RuleSnapshotsTarget", snapshots, to, { eventBusName: bus.name });
  leadTo("RuleMailTarget", daily, to, { input: JSON.stringify({ mail: "due" }) });
  return [
    snapshots.arn,
    daily.arn,
    ...(configurationSet === null ? [] : [returned(to, names.ours, configurationSet)]),
  ];
}

/** SES tells the account's own bus, and no other. */
function returned(to: Destination, ours: string, configurationSet: string): $util.Output<string> {
  const rule = new aws.cloudwatch.EventRule("RuleReturned", {
    name: `${ours}-returned`,
    description: "Tells Tagledger of its mail that came back, or is not wanted.",
    eventPattern: JSON.stringify({
      source: ["aws.ses"],
      "detail-type": ["Email Bounced", "Email Complaint Received"],
      detail: { mail: { tags: { "ses:configuration-set": [configurationSet] } } },
    }),
    state: "ENABLED",
  });
  leadTo("RuleReturnedTarget", rule, to);
  return rule.arn;
}

import { AWS_SOURCES, CLOUDTRAIL_DETAIL_TYPES } from "@tagledger/core/policy/event-pattern";
import { eventRules } from "@tagledger/core/policy/event-rules";
import { componentOf } from "./function.ts";
import type { Told } from "./told.ts";

/** Where rules lead. */
export interface Destination {
  readonly queue: sst.aws.Queue;
  /** For what cannot be delivered there. */
  readonly undelivered: sst.aws.Queue;
}

/** How long EventBridge tries to deliver an event, in seconds, and how often: its most. */
const PATIENCE = { maximumEventAgeInSeconds: 86_400, maximumRetryAttempts: 185 };

/** Leads a rule to a queue; what cannot be delivered there is kept. */
export function leadTo(
  component: string,
  rule: aws.cloudwatch.EventRule,
  { queue, undelivered }: Destination,
  own: Pick<aws.cloudwatch.EventTargetArgs, "eventBusName" | "input"> = {},
): void {
  new aws.cloudwatch.EventTarget(component, {
    rule: rule.name,
    targetId: "queue",
    arn: queue.arn,
    ...own,
    deadLetterConfig: { arn: undelivered.arn },
    retryPolicy: PATIENCE,
  });
}

/**
 * The rules that pass on what CloudTrail tells: those of the catalog on the default bus, where our own account and region
 * are looked after, and one on the intake, whose events the rules of other places let through already.
 *
 * @returns the ARNs of all of them
 */
export function rulesTo(
  destination: Destination,
  told: Told,
  intake: aws.cloudwatch.EventBus | null,
): readonly $util.Output<string>[] {
  const { places, home, names } = told;
  const isHomeLookedAfter = places.some(
    ({ account, region }) => account === home.account && region === home.region,
  );
  const ofHome = isHomeLookedAfter
    ? eventRules().map(({ name, pattern }) =>
        rule(`Rule${componentOf(name)}`, `${names.ours}-${name}`, pattern),
      )
    : [];
  const forwarded = { source: AWS_SOURCES, "detail-type": CLOUDTRAIL_DETAIL_TYPES };
  const ofOthers =
    intake === null ? [] : [rule("RuleIntake", `${names.ours}-intake`, forwarded, intake.name)];
  return [...ofHome, ...ofOthers];

  function rule(component: string, name: string, pattern: object, eventBusName?: $util.Output<string>) {
    const on = eventBusName === undefined ? {} : { eventBusName };
    const made = new aws.cloudwatch.EventRule(component, {
      ...on,
      name,
      description: "Passes on to Tagledger what CloudTrail tells of creations, tagging and endings.",
      eventPattern: JSON.stringify(pattern),
      state: "ENABLED",
    });
    leadTo(`${component}Target`, made, destination, on);
    return made.arn;
  }
}

import { EVENT_SOURCE } from "@tagledger/core/events/source";
import type { Stores } from "./environment.ts";
import { type Destination, PATIENCE } from "./rules.ts";
import type { Told } from "./told.ts";

/**
 * The rules that have months divided: one for each bill that is published, and one that has all open months divided once a
 * day, as usage comes late.
 *
 * @returns their ARNs
 */
export function allocationRules(
  to: Destination,
  { names }: Told,
  { bus }: Pick<Stores, "bus">,
): readonly $util.Output<string>[] {
  const published = new aws.cloudwatch.EventRule("RulePublished", {
    name: `${names.ours}-published`,
    description: "Has Tagledger divide a month whose bill was published.",
    eventBusName: bus.name,
    eventPattern: JSON.stringify({ source: [EVENT_SOURCE], "detail-type": ["BillPublished"] }),
    state: "ENABLED",
  });
  const daily = new aws.cloudwatch.EventRule("RuleAllocate", {
    name: `${names.ours}-allocate`,
    description: "Has Tagledger divide all open months.",
    scheduleExpression: "rate(1 day)",
    state: "ENABLED",
  });
  target("RulePublishedTarget", published, to, { eventBusName: bus.name });
  target("RuleAllocateTarget", daily, to, { input: JSON.stringify({ allocate: "open" }) });
  return [published.arn, daily.arn];
}

function target(
  component: string,
  rule: aws.cloudwatch.EventRule,
  { queue, undelivered }: Destination,
  own: Pick<aws.cloudwatch.EventTargetArgs, "eventBusName" | "input">,
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

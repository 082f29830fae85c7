import { EVENT_SOURCE } from "@tagledger/core/events/source";
import type { Stores } from "./environment.ts";
import { type Destination, PATIENCE } from "./rules.ts";
import type { Told } from "./told.ts";

/** How many months ago those began that still change by themselves. */
const CHANGING = [0, 1];

/**
 * The rules that have months divided: one for each bill that is published, and one that has the month that goes on and the
 * one before divided once a day, as usage comes late.
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
    description: "Has Tagledger divide the months that still change by themselves.",
    scheduleExpression: "rate(1 day)",
    state: "ENABLED",
  });
  target("RulePublishedTarget", published, to, { eventBusName: bus.name });
  for (const back of CHANGING) {
    const input = JSON.stringify({ allocate: "open", back });
    target(`RuleAllocateTarget${back}`, daily, to, { targetId: `queue-${back}`, input });
  }
  return [published.arn, daily.arn];
}

function target(
  component: string,
  rule: aws.cloudwatch.EventRule,
  { queue, undelivered }: Destination,
  own: Pick<aws.cloudwatch.EventTargetArgs, "eventBusName" | "input" | "targetId">,
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

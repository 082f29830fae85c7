import { EVENT_SOURCE } from "@tagledger/core/events/source";
import type { Stores } from "./environment.ts";
import { componentOf } from "./function.ts";
import { type Destination, leadTo } from "./rules.ts";
import type { Told } from "./told.ts";

/** How many months before the one that goes on those are that still change by themselves. */
const CHANGING = { current: 0, previous: 1 };

/**
 * The rules that have months divided: one for each bill that is published, and two that have the month that goes on and the
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
  leadTo("RulePublishedTarget", published, to, { eventBusName: bus.name });
  const daily = Object.entries(CHANGING).map(([month, back]) => {
    const component = `RuleAllocate${componentOf(month)}`;
    const rule = new aws.cloudwatch.EventRule(component, {
      name: `${names.ours}-allocate-${month}`,
      description: `Has Tagledger divide a month that still changes by itself: the ${month} one.`,
      scheduleExpression: "rate(1 day)",
      state: "ENABLED",
    });
    leadTo(`${component}Target`, rule, to, { input: JSON.stringify({ allocate: "open", back }) });
    return rule.arn;
  });
  return [published.arn, ...daily];
}

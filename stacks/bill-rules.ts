import { billPlaces } from "@tagledger/core/policy/bill-places";
import type { BillBuckets } from "./bill-buckets.ts";
import { type Destination, leadTo } from "./rules.ts";
import type { Told } from "./told.ts";

/** How the name of every manifest ends. */
const MANIFEST = "Manifest.json";

/**
 * The rules that have bills looked at: one for each manifest that is written, and one that has all places looked at once a
 * day, so that an event that was lost costs a day at most.
 *
 * @returns their ARNs
 */
export function billRules(
  to: Destination,
  told: Told,
  { deliveries }: BillBuckets,
): readonly $util.Output<string>[] {
  const named = billPlaces(told.config).map(({ bucket }) => bucket);
  const pattern = $resolve([deliveries?.name]).apply(([made]) =>
    JSON.stringify({
      source: ["aws.s3"],
      "detail-type": ["Object Created"],
      detail: {
        bucket: { name: [...new Set([...(made === undefined ? [] : [made]), ...named])].sort() },
        object: { key: [{ suffix: MANIFEST }] },
      },
    }),
  );
  const delivered = new aws.cloudwatch.EventRule("RuleBills", {
    name: `${told.names.ours}-bills`,
    description: "Passes on to Tagledger that a bill was delivered.",
    eventPattern: pattern,
    state: "ENABLED",
  });
  const daily = new aws.cloudwatch.EventRule("RuleBillsDaily", {
    name: `${told.names.ours}-bills-daily`,
    description: "Has Tagledger look at all places of bills.",
    scheduleExpression: "rate(1 day)",
    state: "ENABLED",
  });
  leadTo("RuleBillsTarget", delivered, to);
  leadTo("RuleBillsDailyTarget", daily, to, { input: JSON.stringify({ look: "all" }) });
  return [delivered.arn, daily.arn];
}

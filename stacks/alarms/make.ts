import { componentOf } from "../function.ts";
import type { Told } from "../told.ts";
import type { Watch } from "./watch.ts";

/** Calls somebody over a topic, when it begins and when it ends. */
export function alarm(watch: Watch, { names }: Told, topic: aws.sns.Topic): aws.cloudwatch.MetricAlarm {
  return new aws.cloudwatch.MetricAlarm(`Alarm${componentOf(watch.name)}`, {
    name: `${names.ours}-${watch.name}`,
    alarmDescription: `${watch.meaning} What to do: docs/operations/alarms.md#${watch.name.toLowerCase()}`,
    namespace: watch.namespace,
    metricName: watch.metric,
    dimensions: watch.dimensions,
    ...(watch.statistic === "p99" ? { extendedStatistic: watch.statistic } : { statistic: watch.statistic }),
    comparisonOperator: watch.comparison,
    threshold: watch.threshold,
    period: watch.period,
    evaluationPeriods: watch.periods,
    treatMissingData: watch.missing,
    alarmActions: [topic.arn],
    okActions: [topic.arn],
  });
}

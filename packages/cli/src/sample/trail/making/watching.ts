import { arnIn, type Maker } from "../making.ts";
import { listed, mapped } from "../tag-shapes.ts";

/** A group of logs, whose creation is answered by nothing. */
export const logGroup: Maker = (place, logGroupName) => ({
  service: "logs",
  name: "CreateLogGroup",
  target: arnIn(place, "logs", `log-group:${logGroupName}`),
  request: (tags) => ({ logGroupName, ...mapped(tags) }),
  response: null,
});

/** An alarm. */
export const alarm: Maker = (place, alarmName) => ({
  service: "monitoring",
  name: "PutMetricAlarm",
  target: arnIn(place, "cloudwatch", `alarm:${alarmName}`),
  request: (tags) => ({
    alarmName,
    namespace: "AWS/SageMaker",
    metricName: "ModelLatency",
    comparisonOperator: "GreaterThanThreshold",
    threshold: 250_000,
    evaluationPeriods: 3,
    period: 60,
    statistic: "Average",
    ...listed(tags),
  }),
  response: null,
});

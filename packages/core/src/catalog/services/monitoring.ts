import { list, tagResource } from "../build.ts";
import type { Path } from "../path.ts";
import type { Row, Service } from "../row.ts";

/** CloudWatch, which goes by another name in its ARNs. */
export const monitoring: Service = {
  source: "monitoring.amazonaws.com",
  creations: [
    made("PutMetricAlarm", "alarm", "request.alarmName"),
    made("PutCompositeAlarm", "alarm", "request.alarmName"),
    made("PutInsightRule", "insight-rule", "request.ruleName"),
    { ...made("PutMetricStream", "metric-stream", "request.name"), arn: "response.arn" },
    {
      event: "PutDashboard",
      type: "cloudwatch:dashboard",
      priority: 3,
      mayExist: true,
      id: "request.dashboardName",
      template: "arn:{partition}:cloudwatch::{account}:dashboard/{id}",
      tags: [list("request.tags")],
    },
  ],
  taggings: tagResource("request.resourceARN", list("request.tags")),
  others: ["PutMetricData", "PutAnomalyDetector", "SetAlarmState", "StartMetricStreams"],
};

function made(event: string, type: string, id: Path): Row {
  const divider = type === "alarm" ? ":" : "/";
  return {
    event,
    type: `cloudwatch:${type}`,
    priority: 4,
    mayExist: true,
    id,
    template: `arn:{partition}:cloudwatch:{region}:{account}:{type}${divider}{id}`,
    tags: [list("request.tags")],
  };
}

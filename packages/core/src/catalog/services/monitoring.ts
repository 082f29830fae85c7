import { ending, list, tagResource } from "../build.ts";
import { usualTags } from "../build-facts.ts";
import type { Path } from "../path.ts";
import type { EndingRow, Row, Service } from "../row.ts";

const DASHBOARD = "arn:{partition}:cloudwatch::{account}:dashboard/{id}";

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
      template: DASHBOARD,
      tags: [list("request.tags")],
    },
  ],
  taggings: tagResource("request.resourceARN", list("request.tags")),
  endings: [
    several("DeleteAlarms", "alarm", "request.alarmNames"),
    several("DeleteInsightRules", "insight-rule", "request.ruleNames"),
    ending(
      "DeleteMetricStream",
      "request.name",
      "cloudwatch:metric-stream",
      "arn:{partition}:cloudwatch:{region}:{account}:metric-stream/{id}",
    ),
    {
      event: "DeleteDashboards",
      resources: [
        { each: "request.dashboardNames", at: "item", type: "cloudwatch:dashboard", template: DASHBOARD },
      ],
    },
  ],
  others: ["PutMetricData", "PutAnomalyDetector", "SetAlarmState", "StartMetricStreams"],
  liveTags: usualTags("cloudwatch"),
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

function several(event: string, type: string, each: Path): EndingRow {
  const divider = type === "alarm" ? ":" : "/";
  const template = `arn:{partition}:cloudwatch:{region}:{account}:{type}${divider}{id}` as const;
  return { event, resources: [{ each, at: "item", type: `cloudwatch:${type}`, template }] };
}

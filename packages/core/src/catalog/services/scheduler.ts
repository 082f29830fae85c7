import { ending, list, tagResource, untaggable } from "../build.ts";
import { usualTags } from "../build-facts.ts";
import type { Service } from "../row.ts";

/** EventBridge Scheduler, where only groups carry tags. */
export const scheduler: Service = {
  source: "scheduler.amazonaws.com",
  creations: [
    {
      event: "CreateScheduleGroup",
      type: "scheduler:schedule-group",
      priority: 4,
      id: "request.name",
      arn: "response.scheduleGroupArn",
      tags: [list("request.tags")],
    },
    untaggable("CreateSchedule", "scheduler:schedule", "request.name"),
  ],
  taggings: tagResource("request.resourceArn", list("request.tags")),
  endings: [
    ending(
      "DeleteScheduleGroup",
      "request.name",
      "scheduler:schedule-group",
      "arn:{partition}:scheduler:{region}:{account}:schedule-group/{id}",
    ),
  ],
  liveTags: usualTags("scheduler"),
};

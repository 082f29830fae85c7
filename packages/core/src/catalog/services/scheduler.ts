import { list, tagResource, untaggable } from "../build.ts";
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
};

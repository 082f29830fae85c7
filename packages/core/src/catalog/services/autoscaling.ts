import { list, untaggable } from "../build.ts";
import type { Service, TaggedFacts } from "../row.ts";

/** The ARN of a group holds an identifier that no event shows. */
const GROUP: TaggedFacts = { at: "item.resourceId", type: "autoscaling:autoScalingGroup" };

/** EC2 Auto Scaling, where each tag says for itself which group it is for. */
export const autoscaling: Service = {
  source: "autoscaling.amazonaws.com",
  creations: [
    {
      event: "CreateAutoScalingGroup",
      type: "autoscaling:autoScalingGroup",
      priority: 1,
      id: "request.autoScalingGroupName",
      tags: [list("request.tags")],
    },
    untaggable(
      "CreateLaunchConfiguration",
      "autoscaling:launchConfiguration",
      "request.launchConfigurationName",
    ),
  ],
  taggings: [
    {
      event: "CreateOrUpdateTags",
      per: "request.tags",
      resources: [GROUP],
      sets: [list("item")],
    },
    { event: "DeleteTags", per: "request.tags", resources: [GROUP], removes: ["item"] },
  ],
  others: [
    "PutScalingPolicy",
    "PutScheduledUpdateGroupAction",
    "BatchPutScheduledUpdateGroupAction",
    "PutLifecycleHook",
    "PutNotificationConfiguration",
    "PutWarmPool",
    "StartInstanceRefresh",
    "ExecutePolicy",
    "EnterStandby",
    "ExitStandby",
    "RecordLifecycleActionHeartbeat",
    "CompleteLifecycleAction",
  ],
};

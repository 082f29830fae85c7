import { ending, list, untaggable } from "../build.ts";
import { listedBy, lossy, remediedBy, reversible, shownBy, usualTags } from "../build-facts.ts";
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
  endings: [ending("DeleteAutoScalingGroup", "request.autoScalingGroupName", "autoscaling:autoScalingGroup")],
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
  // A group without tags is not in the answer, nor is one that is gone.
  liveTags: usualTags("autoscaling", { read: "DescribeTags", write: "CreateOrUpdateTags", gone: [] }),
  types: {
    "autoscaling:autoScalingGroup": {
      ...remediedBy(
        reversible(
          "autoscaling:suspend",
          "SuspendProcesses",
          "model",
          "it grows no more; what runs goes on",
          { undo: "ResumeProcesses" },
        ),
        lossy(
          "autoscaling:empty-group",
          "UpdateAutoScalingGroup",
          "documented",
          "its instances are terminated with all that lies on them",
          { undo: "UpdateAutoScalingGroup" },
        ),
      ),
      exists: listedBy("autoscaling:DescribeAutoScalingGroups"),
      controllers: [
        shownBy("eks", "eks:nodegroup-name"),
        shownBy("eks", "eks:cluster-name"),
        shownBy("batch", "AWSBatchServiceTag", "inferred"),
        shownBy("ecs", "AmazonECSManaged"),
        shownBy("cluster-autoscaler", "k8s.io/cluster-autoscaler/enabled"),
      ],
    },
  },
};

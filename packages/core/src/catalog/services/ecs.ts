import { ending, list, tagResource } from "../build.ts";
import {
  final,
  IMMEDIATE,
  listedBy,
  lossy,
  onlyAsked,
  remediedBy,
  shownBy,
  usualTags,
} from "../build-facts.ts";
import type { ResourceFacts, Service } from "../row.ts";

const TAGS = [list("request.tags")];

/** What a call started; tags may come from its service or its definition, which only the answer shows. */
const STARTED: ResourceFacts = {
  type: "ecs:task",
  each: "response.tasks",
  arn: "item.taskArn",
  tags: TAGS,
  carried: list("item.tags"),
};

/** ECS. */
export const ecs: Service = {
  source: "ecs.amazonaws.com",
  creations: [
    {
      event: "CreateService",
      type: "ecs:service",
      priority: 1,
      id: "response.service.serviceName",
      arn: "response.service.serviceArn",
      tags: TAGS,
    },
    { event: "RunTask", priority: 1, ...STARTED },
    { event: "StartTask", priority: 1, ...STARTED },
    {
      event: "CreateCluster",
      type: "ecs:cluster",
      priority: 3,
      mayExist: true,
      id: "response.cluster.clusterName",
      arn: "response.cluster.clusterArn",
      tags: TAGS,
    },
    {
      event: "CreateCapacityProvider",
      type: "ecs:capacity-provider",
      priority: 3,
      id: "response.capacityProvider.name",
      arn: "response.capacityProvider.capacityProviderArn",
      tags: TAGS,
    },
    {
      event: "CreateTaskSet",
      type: "ecs:task-set",
      priority: 3,
      id: "response.taskSet.id",
      arn: "response.taskSet.taskSetArn",
      tags: TAGS,
    },
    {
      event: "RegisterTaskDefinition",
      type: "ecs:task-definition",
      priority: 4,
      arn: "response.taskDefinition.taskDefinitionArn",
      tags: TAGS,
    },
    {
      event: "RegisterContainerInstance",
      type: "ecs:container-instance",
      priority: 4,
      arn: "response.containerInstance.containerInstanceArn",
      tags: TAGS,
    },
  ],
  taggings: tagResource("request.resourceArn", list("request.tags")),
  endings: [
    ending("DeleteService", "response.service.serviceArn"),
    ending("DeleteCluster", "response.cluster.clusterArn"),
    ending("DeleteCapacityProvider", "response.capacityProvider.capacityProviderArn"),
    ending("DeleteTaskSet", "response.taskSet.taskSetArn"),
    ending("DeregisterContainerInstance", "response.containerInstance.containerInstanceArn"),
  ],
  others: [
    "ExecuteCommand",
    "PutClusterCapacityProviders",
    "PutAccountSetting",
    "PutAccountSettingDefault",
    "PutAttributes",
  ],
  // Its error for what is not there is that of a malformed request; and a task that stops loses its tags.
  liveTags: usualTags("ecs", { gone: [] }),
  types: {
    "ecs:service": {
      ...remediedBy(
        lossy(
          "ecs:empty-service",
          "UpdateService",
          "documented",
          "its tasks are stopped with what they hold",
          {
            undo: "UpdateService",
            states: ["ACTIVE"],
            refused: ["daemon-scheduling", "scaled-automatically"],
          },
        ),
      ),
      exists: listedBy("ecs:DescribeServices", ["DRAINING", "INACTIVE"]),
    },
    "ecs:task": {
      ...remediedBy(
        final("ecs:stop-task", "StopTask", "model", "does not resume, and loses its tags", {
          states: ["RUNNING"],
        }),
      ),
      exists: listedBy("ecs:DescribeTasks", ["DEPROVISIONING", "STOPPED", "DELETED"]),
      controllers: [
        shownBy("ecs", "aws:ecs:serviceName"),
        shownBy("batch", "aws:batch:compute-environment", "inferred"),
      ],
    },
    "ecs:cluster": {
      ...onlyAsked(IMMEDIATE, listedBy("ecs:DescribeClusters", ["INACTIVE"])),
      controllers: [shownBy("batch", "AWSBatchServiceTag", "inferred")],
    },
  },
};

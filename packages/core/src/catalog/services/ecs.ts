import { list, tagResource } from "../build.ts";
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
  others: [
    "ExecuteCommand",
    "PutClusterCapacityProviders",
    "PutAccountSetting",
    "PutAccountSettingDefault",
    "PutAttributes",
  ],
};

import { ending, list, tagResource } from "../build.ts";
import { lossy, remediedBy, usualTags } from "../build-facts.ts";
import type { Row, Service } from "../row.ts";

/** App Runner. */
export const apprunner: Service = {
  source: "apprunner.amazonaws.com",
  creations: [
    made("CreateService", "service", "service", 3),
    made("CreateVpcConnector", "vpcConnector", "vpcconnector", 4),
    made("CreateVpcIngressConnection", "vpcIngressConnection", "vpcingressconnection", 4),
    made("CreateConnection", "connection", "connection", 4),
    made("CreateAutoScalingConfiguration", "autoScalingConfiguration", "autoscalingconfiguration", 4),
    made("CreateObservabilityConfiguration", "observabilityConfiguration", "observabilityconfiguration", 4),
  ],
  taggings: tagResource("request.resourceArn", list("request.tags")),
  endings: [
    ending("DeleteService", "request.serviceArn"),
    ending("DeleteVpcConnector", "request.vpcConnectorArn"),
    ending("DeleteVpcIngressConnection", "request.vpcIngressConnectionArn"),
    ending("DeleteConnection", "request.connectionArn"),
    ending("DeleteAutoScalingConfiguration", "response.autoScalingConfiguration.autoScalingConfigurationArn"),
    ending(
      "DeleteObservabilityConfiguration",
      "response.observabilityConfiguration.observabilityConfigurationArn",
    ),
  ],
  others: ["StartDeployment", "ResumeService", "PauseService"],
  liveTags: usualTags("apprunner"),
  types: {
    "apprunner:service": remediedBy(
      lossy("apprunner:pause", "PauseService", "model", "ephemeral storage is lost", {
        undo: "ResumeService",
        states: ["RUNNING"],
      }),
    ),
  },
};

function made(event: string, what: string, type: string, priority: Row["priority"]): Row {
  return {
    event,
    type: `apprunner:${type}`,
    priority,
    id: `response.${what}.${what}Name`,
    arn: `response.${what}.${what}Arn`,
    tags: [list("request.tags")],
  };
}

import { ending, map, tagResource } from "../build.ts";
import { usualTags } from "../build-facts.ts";
import type { Service } from "../row.ts";

const TAGS = [map("request.tags")];

/** MSK Connect. */
export const kafkaconnect: Service = {
  source: "kafkaconnect.amazonaws.com",
  creations: [
    {
      event: "CreateConnector",
      type: "kafkaconnect:connector",
      priority: 3,
      id: "response.connectorName",
      arn: "response.connectorArn",
      tags: TAGS,
    },
    {
      event: "CreateCustomPlugin",
      type: "kafkaconnect:custom-plugin",
      priority: 4,
      id: "response.name",
      arn: "response.customPluginArn",
      tags: TAGS,
    },
    {
      event: "CreateWorkerConfiguration",
      type: "kafkaconnect:worker-configuration",
      priority: 4,
      id: "response.name",
      arn: "response.workerConfigurationArn",
      tags: TAGS,
    },
  ],
  taggings: tagResource("request.resourceArn", map("request.tags")),
  endings: [
    ending("DeleteConnector", ["request.connectorArn", "response.connectorArn"]),
    ending("DeleteCustomPlugin", ["request.customPluginArn", "response.customPluginArn"]),
    ending("DeleteWorkerConfiguration", [
      "request.workerConfigurationArn",
      "response.workerConfigurationArn",
    ]),
  ],
  liveTags: usualTags("kafkaconnect", { gone: ["NotFoundException"] }),
};

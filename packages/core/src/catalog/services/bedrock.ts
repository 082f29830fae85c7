import { ending, list, map, tagResource, untaggable } from "../build.ts";
import { usualTags } from "../build-facts.ts";
import type { EndingRow, Row, Service, Where } from "../row.ts";
import { joined, unless } from "../texts.ts";
import { bedrockTypes } from "./bedrock-types.ts";

const LISTED = [list("request.tags")];
const MAPPED = [map("request.tags")];

/** Bedrock, whose newer half (agents, flows, prompts) writes tags as a map. */
export const bedrock: Service = {
  source: "bedrock.amazonaws.com",
  creations: [
    { ...job("CreateModelCustomizationJob", "model-customization-job", 1), tags: [list("request.jobTags")] },
    { ...job("CreateEvaluationJob", "evaluation-job", 2), tags: [list("request.jobTags")] },
    { ...job("CreateModelImportJob", "model-import-job", 2), tags: [list("request.jobTags")] },
    {
      event: "CreateModelCopyJob",
      type: "bedrock:model-copy-job",
      priority: 3,
      arn: "response.jobArn",
      tags: [list("request.targetModelTags")],
    },
    job("CreateModelInvocationJob", "model-invocation-job", 1),
    job("CreateAdvancedPromptOptimizationJob", "advanced-prompt-optimization-job", 3),
    named("CreateProvisionedModelThroughput", "provisionedModel", "provisioned-model", 1),
    named("CreateInferenceProfile", "inferenceProfile", "application-inference-profile", 1),
    { ...named("CreateCustomModel", "model", "custom-model", 2), tags: [list("request.modelTags")] },
    {
      ...named("CreateCustomModelDeployment", "customModelDeployment", "custom-model-deployment", 1),
      id: "request.modelDeploymentName",
    },
    {
      ...named("CreateMarketplaceModelEndpoint", "endpoint", "marketplace-model-endpoint", 1),
      arn: "response.marketplaceModelEndpoint.endpointArn",
    },
    named("CreatePromptRouter", "promptRouter", "prompt-router", 3),
    {
      event: "CreateGuardrail",
      type: "bedrock:guardrail",
      priority: 4,
      id: "response.guardrailId",
      arn: "response.guardrailArn",
      tags: LISTED,
    },
    {
      event: "CreateKnowledgeBase",
      type: "bedrock:knowledge-base",
      priority: 3,
      id: "response.knowledgeBase.knowledgeBaseId",
      arn: "response.knowledgeBase.knowledgeBaseArn",
      tags: MAPPED,
    },
    {
      event: "CreateAgent",
      type: "bedrock:agent",
      priority: 3,
      id: "response.agent.agentId",
      arn: "response.agent.agentArn",
      tags: MAPPED,
    },
    {
      event: "CreateAgentAlias",
      type: "bedrock:agent-alias",
      priority: 4,
      id: "response.agentAlias.agentAliasId",
      arn: "response.agentAlias.agentAliasArn",
      tags: MAPPED,
    },
    {
      event: "CreateFlow",
      type: "bedrock:flow",
      priority: 4,
      id: "response.id",
      arn: "response.arn",
      tags: MAPPED,
    },
    {
      event: "CreatePrompt",
      type: "bedrock:prompt",
      priority: 4,
      id: "response.id",
      arn: "response.arn",
      tags: MAPPED,
    },
    untaggable("CreateGuardrailVersion", "bedrock:guardrail-version", "response.guardrailId"),
    untaggable(
      "CreateAgentActionGroup",
      "bedrock:agent-action-group",
      "response.agentActionGroup.actionGroupId",
    ),
    untaggable("CreateDataSource", "bedrock:data-source", "response.dataSource.dataSourceId"),
    untaggable("StartIngestionJob", "bedrock:ingestion-job", "response.ingestionJob.ingestionJobId"),
  ],
  taggings: tagResource(["request.resourceARN", "request.resourceArn"], map("request.tags")),
  endings: [
    gone("DeleteProvisionedModelThroughput", "provisioned-model", "request.provisionedModelId"),
    gone("DeleteInferenceProfile", "application-inference-profile", "request.inferenceProfileIdentifier"),
    ending("DeleteCustomModel", "request.modelIdentifier", "bedrock:custom-model"),
    gone("DeleteCustomModelDeployment", "custom-model-deployment", "request.customModelDeploymentIdentifier"),
    ending("DeleteMarketplaceModelEndpoint", "request.endpointArn"),
    ending("DeletePromptRouter", "request.promptRouterArn"),
    gone("DeleteGuardrail", "guardrail", unless("request.guardrailVersion", "request.guardrailIdentifier")),
    gone("DeleteKnowledgeBase", "knowledge-base", "request.knowledgeBaseId"),
    gone("DeleteAgent", "agent", "request.agentId"),
    gone("DeleteAgentAlias", "agent-alias", joined("request.agentId", "request.agentAliasId")),
    gone("DeleteFlow", "flow", ["response.id", "request.flowIdentifier"]),
    gone(
      "DeletePrompt",
      "prompt",
      unless("request.promptVersion", ["response.id", "request.promptIdentifier"]),
    ),
  ],
  others: [
    "PrepareAgent",
    "CreateFoundationModelAgreement",
    "PutFoundationModelEntitlement",
    "PutUseCaseForModelAccess",
    "PutModelInvocationLoggingConfiguration",
    "Converse",
    "ConverseStream",
    "Retrieve",
    "RetrieveAndGenerate",
  ],
  liveTags: usualTags("bedrock"),
  types: bedrockTypes,
};

function job(event: string, type: string, priority: Row["priority"]): Row {
  return named(event, "job", type, priority);
}

function named(event: string, what: string, type: string, priority: Row["priority"]): Row {
  return {
    event,
    type: `bedrock:${type}`,
    priority,
    id: `request.${what}Name`,
    arn: `response.${what}Arn`,
    tags: LISTED,
  };
}

function gone(event: string, type: string, id: Where): EndingRow {
  return ending(event, id, `bedrock:${type}`, "arn:{partition}:bedrock:{region}:{account}:{type}/{id}");
}

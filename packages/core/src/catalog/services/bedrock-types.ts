import { final, foundBy, IMMEDIATE, onlyAsked } from "../build-facts.ts";
import type { Remedy, TypeFacts } from "../type-facts.ts";

const MISSING = ["ResourceNotFoundException"];
const LOST = "does not resume";
const DEPLOYED = "the model remains, and can be deployed again under another name";

/** Facts of the types of Bedrock that cost, and of those by which its cost is told apart. */
export const bedrockTypes: Readonly<Record<string, TypeFacts>> = {
  "bedrock:model-customization-job": known(
    "ModelCustomizationJob",
    final("bedrock:stop-customization-job", "StopModelCustomizationJob", "model", LOST, {
      states: ["InProgress"],
    }),
  ),
  "bedrock:model-invocation-job": known(
    "ModelInvocationJob",
    final("bedrock:stop-invocation-job", "StopModelInvocationJob", "model", "what is processed is paid for", {
      states: ["Submitted", "Validating", "Scheduled", "InProgress"],
    }),
  ),
  "bedrock:evaluation-job": known(
    "EvaluationJob",
    final("bedrock:stop-evaluation-job", "StopEvaluationJob", "model", LOST, { states: ["InProgress"] }),
  ),
  "bedrock:advanced-prompt-optimization-job": known(
    "AdvancedPromptOptimizationJob",
    final("bedrock:stop-prompt-optimization-job", "StopAdvancedPromptOptimizationJob", "model", LOST),
  ),
  "bedrock:provisioned-model": known(
    "ProvisionedModelThroughput",
    final(
      "bedrock:delete-provisioned-model",
      "DeleteProvisionedModelThroughput",
      "model",
      "the throughput may not be had again",
      { states: ["InService"], refused: ["within-commitment"] },
    ),
  ),
  "bedrock:application-inference-profile": known(
    "InferenceProfile",
    final("bedrock:delete-inference-profile", "DeleteInferenceProfile", "model", "all that calls it fails"),
  ),
  "bedrock:custom-model-deployment": known(
    "CustomModelDeployment",
    final("bedrock:delete-model-deployment", "DeleteCustomModelDeployment", "model", DEPLOYED, {
      states: ["Active"],
    }),
  ),
  "bedrock:marketplace-model-endpoint": known(
    "MarketplaceModelEndpoint",
    final("bedrock:delete-marketplace-endpoint", "DeleteMarketplaceModelEndpoint", "model", DEPLOYED),
  ),
  "bedrock:model-import-job": known("ModelImportJob"),
  "bedrock:custom-model": known("CustomModel"),
  "bedrock:knowledge-base": onlyAsked(),
  "bedrock:agent": onlyAsked(),
};

function known(what: string, ...remedies: readonly Remedy[]): TypeFacts {
  return { readiness: IMMEDIATE, remedies, exists: foundBy(`bedrock:Get${what}`, MISSING) };
}

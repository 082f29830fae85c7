/** What the resources of a type are for, where their creation says it; types that serve any purpose are not here. */
export const WORKLOADS: Readonly<Record<string, readonly string[]>> = {
  training: [
    "sagemaker:training-job",
    "sagemaker:hyper-parameter-tuning-job",
    "sagemaker:automl-job",
    "sagemaker:training-plan",
    "bedrock:model-customization-job",
  ],
  inference: [
    "sagemaker:endpoint",
    "sagemaker:endpoint-config",
    "sagemaker:model",
    "sagemaker:inference-component",
    "sagemaker:transform-job",
    "sagemaker:inference-recommendations-job",
    "sagemaker:optimization-job",
    "bedrock:provisioned-model",
    "bedrock:model-invocation-job",
    "bedrock:application-inference-profile",
    "bedrock:custom-model-deployment",
    "bedrock:marketplace-model-endpoint",
    "bedrock:prompt-router",
    "bedrock:agent",
    "bedrock:guardrail",
  ],
  "data-processing": [
    "sagemaker:processing-job",
    "sagemaker:labeling-job",
    "sagemaker:feature-group",
    "glue:job",
    "glue:crawler",
    "glue:session",
    "glue:devEndpoint",
    "elasticmapreduce:cluster",
    "emr-serverless:application",
    "emr-serverless:jobrun",
    "athena:workgroup",
  ],
  notebook: [
    "sagemaker:notebook-instance",
    "sagemaker:domain",
    "sagemaker:user-profile",
    "sagemaker:space",
    "sagemaker:app",
  ],
};

const BY_TYPE = new Map(
  Object.entries(WORKLOADS).flatMap(([workload, types]) =>
    types.map((type) => [type.toLowerCase(), workload]),
  ),
);

/**
 * The workload that the resources of a type can only be for, or null where they serve any.
 *
 * @example workloadOf("sagemaker:training-job") // "training"
 */
export function workloadOf(type: string): string | null {
  return BY_TYPE.get(type.toLowerCase()) ?? null;
}

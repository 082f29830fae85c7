import type { Call } from "../../../catalog/type-facts.ts";
import type { ServiceCalls } from "./calls.ts";
import { SCALABLE_TARGETS } from "./scalable-targets.ts";

const SAGEMAKER_LISTS: readonly Call[] = [
  "sagemaker:ListClusters",
  "sagemaker:ListDomains",
  "sagemaker:ListEndpoints",
  "sagemaker:ListHyperParameterTuningJobs",
  "sagemaker:ListInferenceComponents",
  "sagemaker:ListMlflowTrackingServers",
  "sagemaker:ListNotebookInstances",
  "sagemaker:ListProcessingJobs",
  "sagemaker:ListTrainingJobs",
  "sagemaker:ListTransformJobs",
];

/** SageMaker. */
export const sagemaker: ServiceCalls = {
  service: "sagemaker",
  lists: SAGEMAKER_LISTS,
  looks: ["sagemaker:ListTags"],
  asksExistence: true,
  wide: [...SAGEMAKER_LISTS, SCALABLE_TARGETS],
  tagging: { removals: { "sagemaker:AddTags": "sagemaker:DeleteTags" } },
  remedied: {
    "sagemaker:endpoint": {
      arns: ["arn:{partition}:sagemaker:*:{account}:endpoint/*"],
      inspects: ["sagemaker:DescribeEndpoint", "sagemaker:ListInferenceComponents", SCALABLE_TARGETS],
    },
    "sagemaker:inference-component": {
      arns: ["arn:{partition}:sagemaker:*:{account}:inference-component/*"],
      inspects: ["sagemaker:DescribeInferenceComponent", SCALABLE_TARGETS],
    },
    "sagemaker:mlflow-tracking-server": {
      arns: ["arn:{partition}:sagemaker:*:{account}:mlflow-tracking-server/*"],
      inspects: ["sagemaker:DescribeMlflowTrackingServer"],
    },
    "sagemaker:monitoring-schedule": {
      arns: ["arn:{partition}:sagemaker:*:{account}:monitoring-schedule/*"],
      inspects: ["sagemaker:DescribeMonitoringSchedule"],
    },
    "sagemaker:notebook-instance": {
      arns: ["arn:{partition}:sagemaker:*:{account}:notebook-instance/*"],
      inspects: ["sagemaker:DescribeNotebookInstance"],
    },
  },
};

import {
  DescribeAutoMLJobV2Command,
  DescribeClusterCommand,
  DescribeCompilationJobCommand,
  DescribeDomainCommand,
  DescribeEndpointCommand,
  DescribeEndpointConfigCommand,
  DescribeExperimentCommand,
  DescribeHyperParameterTuningJobCommand,
  DescribeInferenceComponentCommand,
  DescribeInferenceExperimentCommand,
  DescribeInferenceRecommendationsJobCommand,
  DescribeLabelingJobCommand,
  DescribeMlflowAppCommand,
  DescribeMlflowTrackingServerCommand,
  DescribeModelCommand,
  DescribeMonitoringScheduleCommand,
  DescribeNotebookInstanceCommand,
  DescribeOptimizationJobCommand,
  DescribePartnerAppCommand,
  DescribePipelineCommand,
  DescribeProcessingJobCommand,
  DescribeSpaceCommand,
  DescribeTrainingJobCommand,
  DescribeTrainingPlanCommand,
  DescribeTransformJobCommand,
  DescribeUserProfileCommand,
  type SageMakerClient,
} from "@aws-sdk/client-sagemaker";
import { appState } from "./app-state.ts";
import type { Asked, StateCall } from "./asked.ts";

/** The calls that tell whether something is there, those that the catalog names. */
export const stateCalls: Readonly<Record<string, StateCall>> = {
  "sagemaker:app": appState,
  "sagemaker:automl-job": there((client, { id }) =>
    client.send(new DescribeAutoMLJobV2Command({ AutoMLJobName: id })),
  ),
  "sagemaker:compilation-job": there((client, { id }) =>
    client.send(new DescribeCompilationJobCommand({ CompilationJobName: id })),
  ),
  "sagemaker:cluster": there((client, { arn }) =>
    client.send(new DescribeClusterCommand({ ClusterName: arn })),
  ),
  "sagemaker:domain": there((client, { id }) => client.send(new DescribeDomainCommand({ DomainId: id }))),
  "sagemaker:endpoint": there((client, { id }) =>
    client.send(new DescribeEndpointCommand({ EndpointName: id })),
  ),
  "sagemaker:endpoint-config": there((client, { id }) =>
    client.send(new DescribeEndpointConfigCommand({ EndpointConfigName: id })),
  ),
  "sagemaker:experiment": there((client, { id }) =>
    client.send(new DescribeExperimentCommand({ ExperimentName: id })),
  ),
  "sagemaker:hyper-parameter-tuning-job": there((client, { id }) =>
    client.send(new DescribeHyperParameterTuningJobCommand({ HyperParameterTuningJobName: id })),
  ),
  "sagemaker:inference-component": there((client, { id }) =>
    client.send(new DescribeInferenceComponentCommand({ InferenceComponentName: id })),
  ),
  "sagemaker:inference-experiment": there((client, { id }) =>
    client.send(new DescribeInferenceExperimentCommand({ Name: id })),
  ),
  "sagemaker:inference-recommendations-job": there((client, { id }) =>
    client.send(new DescribeInferenceRecommendationsJobCommand({ JobName: id })),
  ),
  "sagemaker:labeling-job": there((client, { id }) =>
    client.send(new DescribeLabelingJobCommand({ LabelingJobName: id })),
  ),
  "sagemaker:mlflow-tracking-server": there((client, { id }) =>
    client.send(new DescribeMlflowTrackingServerCommand({ TrackingServerName: id })),
  ),
  "sagemaker:model": there((client, { id }) => client.send(new DescribeModelCommand({ ModelName: id }))),
  "sagemaker:monitoring-schedule": there((client, { id }) =>
    client.send(new DescribeMonitoringScheduleCommand({ MonitoringScheduleName: id })),
  ),
  "sagemaker:notebook-instance": there((client, { id }) =>
    client.send(new DescribeNotebookInstanceCommand({ NotebookInstanceName: id })),
  ),
  "sagemaker:optimization-job": there((client, { id }) =>
    client.send(new DescribeOptimizationJobCommand({ OptimizationJobName: id })),
  ),
  "sagemaker:pipeline": there((client, { arn }) =>
    client.send(new DescribePipelineCommand({ PipelineName: arn })),
  ),
  "sagemaker:processing-job": there((client, { id }) =>
    client.send(new DescribeProcessingJobCommand({ ProcessingJobName: id })),
  ),
  "sagemaker:training-job": there((client, { id }) =>
    client.send(new DescribeTrainingJobCommand({ TrainingJobName: id })),
  ),
  "sagemaker:training-plan": there((client, { id }) =>
    client.send(new DescribeTrainingPlanCommand({ TrainingPlanName: id })),
  ),
  "sagemaker:transform-job": there((client, { id }) =>
    client.send(new DescribeTransformJobCommand({ TransformJobName: id })),
  ),
  "sagemaker:mlflow-app": async (client, { arn }) =>
    (await client.send(new DescribeMlflowAppCommand({ Arn: arn }))).Status,
  "sagemaker:partner-app": async (client, { arn }) =>
    (await client.send(new DescribePartnerAppCommand({ Arn: arn }))).Status,
  "sagemaker:space": there((client, { path: [DomainId], id }) =>
    client.send(new DescribeSpaceCommand({ DomainId, SpaceName: id })),
  ),
  "sagemaker:user-profile": there((client, { path: [DomainId], id }) =>
    client.send(new DescribeUserProfileCommand({ DomainId, UserProfileName: id })),
  ),
};

/** A call whose answer says enough by being one. */
function there(ask: (client: SageMakerClient, asked: Asked) => Promise<unknown>): StateCall {
  return async (client, asked) => {
    await ask(client, asked);
    return undefined;
  };
}

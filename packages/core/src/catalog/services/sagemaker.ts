import { ending, list, tagCalls, untaggable } from "../build.ts";
import type { EndingRow, Row, Service, Where } from "../row.ts";
import { joined, lowerCase } from "../texts.ts";
import {
  appPrice,
  endpointPrice,
  notebookPrice,
  processingPrice,
  trainingPrice,
  transformPrice,
} from "./sagemaker-price.ts";
import { sagemakerTags, sagemakerTypes } from "./sagemaker-types.ts";

const TAGS = [list("request.tags")];

/** SageMaker, whose ARNs hold names in lower case: its resources are looked up by ARN, never by name. */
export const sagemaker: Service = {
  source: "sagemaker.amazonaws.com",
  creations: [
    { ...named("CreateTrainingJob", "trainingJob", "training-job", 1), price: trainingPrice },
    { ...named("CreateProcessingJob", "processingJob", "processing-job", 1), price: processingPrice },
    { ...named("CreateTransformJob", "transformJob", "transform-job", 1), price: transformPrice },
    named("CreateHyperParameterTuningJob", "hyperParameterTuningJob", "hyper-parameter-tuning-job", 1),
    named("CreateAutoMLJob", "autoMLJob", "automl-job", 1),
    named("CreateAutoMLJobV2", "autoMLJob", "automl-job", 1),
    named("CreateCompilationJob", "compilationJob", "compilation-job", 2),
    named("CreateLabelingJob", "labelingJob", "labeling-job", 2),
    named("CreateOptimizationJob", "optimizationJob", "optimization-job", 2),
    named("CreateInferenceRecommendationsJob", "job", "inference-recommendations-job", 2),
    named("CreateDataQualityJobDefinition", "jobDefinition", "data-quality-job-definition", 3),
    named("CreateModelBiasJobDefinition", "jobDefinition", "model-bias-job-definition", 3),
    named(
      "CreateModelExplainabilityJobDefinition",
      "jobDefinition",
      "model-explainability-job-definition",
      3,
    ),
    named("CreateModelQualityJobDefinition", "jobDefinition", "model-quality-job-definition", 3),

    { ...named("CreateEndpoint", "endpoint", "endpoint", 1), price: endpointPrice },
    named("CreateEndpointConfig", "endpointConfig", "endpoint-config", 2),
    named("CreateInferenceComponent", "inferenceComponent", "inference-component", 2),
    withName("CreateInferenceExperiment", "inferenceExperiment", "inference-experiment", 2),
    named("CreateModel", "model", "model", 3),
    named("CreateModelPackageGroup", "modelPackageGroup", "model-package-group", 3),
    {
      ...named("CreateModelPackage", "modelPackage", "model-package", 4),
      id: ["request.modelPackageName", "request.modelPackageGroupName"],
    },
    named("CreateModelCard", "modelCard", "model-card", 4),
    named("CreateAlgorithm", "algorithm", "algorithm", 4),
    named("CreateMonitoringSchedule", "monitoringSchedule", "monitoring-schedule", 2),

    { ...named("CreateNotebookInstance", "notebookInstance", "notebook-instance", 1), price: notebookPrice },
    named(
      "CreateNotebookInstanceLifecycleConfig",
      "notebookInstanceLifecycleConfig",
      "notebook-instance-lifecycle-config",
      4,
    ),
    { ...named("CreateDomain", "domain", "domain", 2), id: "response.domainId" },
    named("CreateUserProfile", "userProfile", "user-profile", 2),
    named("CreateSpace", "space", "space", 2),
    { ...named("CreateApp", "app", "app", 1), price: appPrice },
    named("CreateAppImageConfig", "appImageConfig", "app-image-config", 4),
    named("CreateStudioLifecycleConfig", "studioLifecycleConfig", "studio-lifecycle-config", 4),
    named("CreateImage", "image", "image", 4),
    named("CreateCodeRepository", "codeRepository", "code-repository", 4),

    named("CreateCluster", "cluster", "cluster", 1),
    withName("CreateClusterSchedulerConfig", "clusterSchedulerConfig", "cluster-scheduler-config", 3),
    withName("CreateComputeQuota", "computeQuota", "compute-quota", 3),
    named("CreateTrainingPlan", "trainingPlan", "training-plan", 1),

    named("CreatePipeline", "pipeline", "pipeline", 3),
    named("CreateProject", "project", "project", 3),
    named("CreateFeatureGroup", "featureGroup", "feature-group", 2),
    named("CreateExperiment", "experiment", "experiment", 3),
    named("CreateTrial", "trial", "experiment-trial", 4),
    named("CreateTrialComponent", "trialComponent", "experiment-trial-component", 4),
    named("CreateMlflowTrackingServer", "trackingServer", "mlflow-tracking-server", 1),
    { ...withName("CreateMlflowApp", "mlflowApp", "mlflow-app", 1), arn: "response.arn" },
    { ...withName("CreatePartnerApp", "partnerApp", "partner-app", 1), arn: "response.arn" },
    named("CreateAction", "action", "action", 4),
    named("CreateArtifact", "artifact", "artifact", 4),
    named("CreateContext", "context", "context", 4),
    named("CreateFlowDefinition", "flowDefinition", "flow-definition", 4),
    named("CreateHumanTaskUi", "humanTaskUi", "human-task-ui", 4),
    named("CreateWorkteam", "workteam", "workteam", 4),
    named("CreateWorkforce", "workforce", "workforce", 4),
    named("CreateHub", "hub", "hub", 4),

    untaggable("CreateImageVersion", "sagemaker:image-version", "request.imageName"),
    untaggable(
      "CreateModelCardExportJob",
      "sagemaker:model-card-export-job",
      "request.modelCardExportJobName",
    ),
    {
      event: "StartPipelineExecution",
      type: "sagemaker:pipeline-execution",
      priority: 4,
      arn: "response.pipelineExecutionArn",
      taggable: false,
    },
  ],
  taggings: tagCalls("AddTags", "DeleteTags", { at: "request.resourceArn" }, list("request.tags")),
  endings: [
    gone("DeleteEndpoint", "endpoint", "request.endpointName"),
    gone("DeleteEndpointConfig", "endpoint-config", "request.endpointConfigName"),
    gone("DeleteInferenceComponent", "inference-component", "request.inferenceComponentName"),
    gone("DeleteInferenceExperiment", "inference-experiment", "request.name"),
    gone("DeleteModel", "model", "request.modelName"),
    gone("DeleteModelPackageGroup", "model-package-group", "request.modelPackageGroupName"),
    gone("DeleteModelPackage", "model-package", "request.modelPackageName"),
    gone("DeleteModelCard", "model-card", "request.modelCardName"),
    gone("DeleteAlgorithm", "algorithm", "request.algorithmName"),
    gone("DeleteMonitoringSchedule", "monitoring-schedule", "request.monitoringScheduleName"),
    gone("DeleteTrainingJob", "training-job", "request.trainingJobName"),
    gone("DeleteProcessingJob", "processing-job", "request.processingJobName"),
    gone(
      "DeleteHyperParameterTuningJob",
      "hyper-parameter-tuning-job",
      "request.hyperParameterTuningJobName",
    ),
    gone("DeleteCompilationJob", "compilation-job", "request.compilationJobName"),
    gone("DeleteOptimizationJob", "optimization-job", "request.optimizationJobName"),
    gone("DeleteDataQualityJobDefinition", "data-quality-job-definition", "request.jobDefinitionName"),
    gone("DeleteModelBiasJobDefinition", "model-bias-job-definition", "request.jobDefinitionName"),
    gone(
      "DeleteModelExplainabilityJobDefinition",
      "model-explainability-job-definition",
      "request.jobDefinitionName",
    ),
    gone("DeleteModelQualityJobDefinition", "model-quality-job-definition", "request.jobDefinitionName"),
    gone("DeleteNotebookInstance", "notebook-instance", "request.notebookInstanceName"),
    gone(
      "DeleteNotebookInstanceLifecycleConfig",
      "notebook-instance-lifecycle-config",
      "request.notebookInstanceLifecycleConfigName",
    ),
    gone("DeleteDomain", "domain", "request.domainId"),
    gone("DeleteAppImageConfig", "app-image-config", "request.appImageConfigName"),
    gone("DeleteStudioLifecycleConfig", "studio-lifecycle-config", "request.studioLifecycleConfigName"),
    gone("DeleteImage", "image", "request.imageName"),
    gone("DeleteCodeRepository", "code-repository", "request.codeRepositoryName"),
    gone("DeleteClusterSchedulerConfig", "cluster-scheduler-config", "request.clusterSchedulerConfigId"),
    gone("DeleteComputeQuota", "compute-quota", "request.computeQuotaId"),
    gone("DeletePipeline", "pipeline", "request.pipelineName"),
    gone("DeleteProject", "project", "request.projectName"),
    gone("DeleteFeatureGroup", "feature-group", "request.featureGroupName"),
    gone("DeleteExperiment", "experiment", "request.experimentName"),
    gone("DeleteTrial", "experiment-trial", "request.trialName"),
    gone("DeleteTrialComponent", "experiment-trial-component", "request.trialComponentName"),
    gone("DeleteMlflowTrackingServer", "mlflow-tracking-server", "request.trackingServerName"),
    gone("DeleteAction", "action", "request.actionName"),
    gone("DeleteContext", "context", "request.contextName"),
    gone("DeleteFlowDefinition", "flow-definition", "request.flowDefinitionName"),
    gone("DeleteHumanTaskUi", "human-task-ui", "request.humanTaskUiName"),
    gone("DeleteWorkforce", "workforce", "request.workforceName"),
    gone("DeleteHub", "hub", "request.hubName"),
    gone("DeleteUserProfile", "user-profile", joined("request.domainId", "request.userProfileName")),
    gone("DeleteSpace", "space", joined("request.domainId", "request.spaceName")),
    gone(
      "DeleteApp",
      "app",
      joined(
        "request.domainId",
        ["request.userProfileName", "request.spaceName"],
        "request.appType",
        "request.appName",
      ),
    ),
    // A cluster has an id in its ARN, which may also be how it is named.
    ending("DeleteCluster", ["response.clusterArn", "request.clusterName"], "sagemaker:cluster"),
    ending("DeleteMlflowApp", "request.arn"),
    ending("DeletePartnerApp", "request.arn"),
    ending("DeleteArtifact", ["response.artifactArn", "request.artifactArn"]),
  ],
  others: [
    "StartNotebookInstance",
    "StartMlflowTrackingServer",
    "StartMonitoringSchedule",
    "StartInferenceExperiment",
    "RetryPipelineExecution",
    "CreatePresignedDomainUrl",
    "CreatePresignedNotebookInstanceUrl",
    "CreatePresignedMlflowTrackingServerUrl",
    "CreatePresignedMlflowAppUrl",
    "CreateHubContentPresignedUrls",
  ],
  liveTags: sagemakerTags,
  types: sagemakerTypes,
};

/** A resource that the request names as its ARN is named in the answer: `trainingJobName`, `trainingJobArn`. */
function named(event: string, what: string, type: string, priority: Row["priority"]): Row {
  return {
    event,
    type: `sagemaker:${type}`,
    priority,
    id: `request.${what}Name`,
    arn: `response.${what}Arn`,
    tags: TAGS,
  };
}

/** A resource that the request just calls `name`. */
function withName(event: string, what: string, type: string, priority: Row["priority"]): Row {
  return { ...named(event, what, type, priority), id: "request.name" };
}

/** A deletion names what the ARN holds in lower case. */
function gone(event: string, type: string, id: Where): EndingRow {
  const template = "arn:{partition}:sagemaker:{region}:{account}:{type}/{id}";
  return ending(event, lowerCase(id), `sagemaker:${type}`, template);
}

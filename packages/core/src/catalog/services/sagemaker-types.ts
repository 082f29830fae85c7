import {
  final,
  foundBy,
  IMMEDIATE,
  lossy,
  onlyAsked,
  reversible,
  shownBy,
  usualTags,
} from "../build-facts.ts";
import type { ControllerKey, Existence, Remedy, TypeFacts } from "../type-facts.ts";

/** The API names no error for what is not there, and refuses what is there but over, as a deleted app. */
export const sagemakerTags = usualTags("sagemaker", { read: "ListTags", write: "AddTags", gone: [] });

const RUNNING = ["InProgress"];
const LOST = "does not resume";

/** What a template of a project deployed, its pipeline deploys again. */
const PROJECT: readonly ControllerKey[] = [shownBy("sagemaker-project", "sagemaker:project-name")];

/** Facts of the types of SageMaker that cost, and of those that name what costs. */
export const sagemakerTypes: Readonly<Record<string, TypeFacts>> = {
  "sagemaker:training-job": job(
    "training-job",
    "TrainingJob",
    RUNNING,
    `has 120 seconds to save, then ${LOST}`,
  ),
  "sagemaker:processing-job": job("processing-job", "ProcessingJob", RUNNING),
  "sagemaker:transform-job": job("transform-job", "TransformJob", RUNNING),
  "sagemaker:hyper-parameter-tuning-job": job(
    "tuning-job",
    "HyperParameterTuningJob",
    RUNNING,
    `${LOST}, nor do the training jobs that it launched`,
  ),
  "sagemaker:automl-job": {
    ...job("automl-job", "AutoMLJob", RUNNING),
    exists: describedBy("AutoMLJobV2"),
  },
  "sagemaker:compilation-job": job("compilation-job", "CompilationJob", ["STARTING", "INPROGRESS"]),
  "sagemaker:labeling-job": job("labeling-job", "LabelingJob", ["Initializing", "InProgress"]),
  "sagemaker:optimization-job": job("optimization-job", "OptimizationJob", ["STARTING", "INPROGRESS"]),
  "sagemaker:inference-recommendations-job": job("recommendations-job", "InferenceRecommendationsJob", [
    "PENDING",
    "IN_PROGRESS",
  ]),
  "sagemaker:inference-experiment": job("inference-experiment", "InferenceExperiment", ["Running"]),

  "sagemaker:endpoint": {
    ...known(
      // The error that one is not there is also that of a malformed request.
      { ...describedBy("Endpoint"), gone: [] },
      lossy(
        "sagemaker:scale-endpoint",
        "UpdateEndpointWeightsAndCapacities",
        "inferred",
        "what its instances hold in memory is lost, and their capacity may be taken",
        {
          undo: "UpdateEndpointWeightsAndCapacities",
          states: ["InService"],
          refused: ["minimum-above-zero", "scaled-automatically"],
        },
      ),
      final("sagemaker:delete-endpoint", "DeleteEndpoint", "model", "its configuration and models remain"),
    ),
    controllers: PROJECT,
  },
  "sagemaker:inference-component": {
    ...known(
      { ...describedBy("InferenceComponent"), gone: [] },
      lossy(
        "sagemaker:scale-component",
        "UpdateInferenceComponentRuntimeConfig",
        "documented",
        "what its copies hold in memory is lost; instances go only where their minimum is zero",
        {
          undo: "UpdateInferenceComponentRuntimeConfig",
          states: ["InService"],
          refused: ["scaled-automatically"],
        },
      ),
    ),
    controllers: PROJECT,
  },
  "sagemaker:endpoint-config": onlyAsked(IMMEDIATE, { ...describedBy("EndpointConfig"), gone: [] }),
  "sagemaker:model": { ...onlyAsked(IMMEDIATE, { ...describedBy("Model"), gone: [] }), controllers: PROJECT },
  "sagemaker:model-package-group": onlyAsked(),
  "sagemaker:monitoring-schedule": known(
    describedBy("MonitoringSchedule"),
    reversible(
      "sagemaker:stop-schedule",
      "StopMonitoringSchedule",
      "model",
      "nothing is monitored meanwhile; what already runs ends by itself",
      { undo: "StartMonitoringSchedule", states: ["Scheduled"] },
    ),
  ),

  "sagemaker:notebook-instance": known(
    { ...describedBy("NotebookInstance"), gone: [] },
    lossy(
      "sagemaker:stop-notebook",
      "StopNotebookInstance",
      "model",
      "its volume remains; kernels and what lies outside the volume are lost",
      { undo: "StartNotebookInstance", states: ["InService"] },
    ),
  ),
  "sagemaker:app": known(
    { ...describedBy("App"), ended: ["Deleted"] },
    final(
      "sagemaker:delete-app",
      "DeleteApp",
      "model",
      "home folders remain; kernels and unsaved work are lost",
      {
        states: ["InService"],
      },
    ),
  ),
  "sagemaker:domain": onlyAsked(IMMEDIATE, describedBy("Domain")),
  "sagemaker:user-profile": onlyAsked(IMMEDIATE, describedBy("UserProfile")),
  "sagemaker:space": onlyAsked(IMMEDIATE, describedBy("Space")),

  "sagemaker:cluster": {
    ...known(
      describedBy("Cluster"),
      lossy(
        "sagemaker:scale-cluster",
        "UpdateCluster",
        "documented",
        "instances are terminated with all that runs and lies on them",
        { undo: "UpdateCluster", states: ["InService"], refused: ["scaled-automatically"] },
      ),
      final("sagemaker:delete-cluster", "DeleteCluster", "model", "what runs and lies on it is lost"),
    ),
    controllers: [shownBy("eks", "aws:eks:cluster-name", "inferred")],
  },
  // Paid for; there is nothing to stop.
  "sagemaker:training-plan": onlyAsked(IMMEDIATE, describedBy("TrainingPlan")),
  "sagemaker:mlflow-tracking-server": known(
    describedBy("MlflowTrackingServer"),
    lossy(
      "sagemaker:stop-tracking-server",
      "StopMlflowTrackingServer",
      "documented",
      "what is tracked remains; what running jobs log meanwhile is lost",
      { undo: "StartMlflowTrackingServer", states: ["Created", "Started", "Updated", "MaintenanceComplete"] },
    ),
  ),
  "sagemaker:mlflow-app": onlyAsked(IMMEDIATE, { ...describedBy("MlflowApp"), ended: ["Deleted"] }),
  "sagemaker:partner-app": onlyAsked(IMMEDIATE, { ...describedBy("PartnerApp"), ended: ["Deleted"] }),

  "sagemaker:feature-group": onlyAsked(),
  "sagemaker:experiment": onlyAsked(IMMEDIATE, describedBy("Experiment")),
  "sagemaker:pipeline": known(
    describedBy("Pipeline"),
    final(
      "sagemaker:stop-pipeline-execution",
      "StopPipelineExecution",
      "model",
      "the jobs of its running steps do not resume",
    ),
  ),
};

function job(name: string, what: string, states: readonly string[], note = LOST): TypeFacts {
  return known(describedBy(what), final(`sagemaker:stop-${name}`, `Stop${what}`, "model", note, { states }));
}

function known(exists: Existence, ...remedies: readonly Remedy[]): TypeFacts {
  return { readiness: IMMEDIATE, remedies, exists };
}

function describedBy(what: string): Existence {
  return foundBy(`sagemaker:Describe${what}`, ["ResourceNotFound"]);
}

import type { RunningRow, RunningService } from "../running-row.ts";

/**
 * SageMaker, whose ARNs hold names in lower case. What becomes of a job that is told to stop takes up to two minutes
 * more; a job that ends by itself logs nothing.
 */
export const sagemakerRunning: RunningService = {
  source: "sagemaker.amazonaws.com",
  rows: [
    named("StopNotebookInstance", "notebookInstance", "notebook-instance", "stops"),
    named("StartNotebookInstance", "notebookInstance", "notebook-instance", "starts"),
    named("DeleteNotebookInstance", "notebookInstance", "notebook-instance", "ends"),
    {
      ...named("UpdateNotebookInstance", "notebookInstance", "notebook-instance", "changes"),
      attributes: { instanceType: "request.instanceType", volumeSizeGiB: "request.volumeSizeInGB" },
    },
    named("StopTrainingJob", "trainingJob", "training-job", "ends"),
    named("StopProcessingJob", "processingJob", "processing-job", "ends"),
    named("StopTransformJob", "transformJob", "transform-job", "ends"),
    named("DeleteEndpoint", "endpoint", "endpoint", "ends"),
    {
      ...named("UpdateEndpoint", "endpoint", "endpoint", "changes"),
      attributes: { endpointConfig: "request.endpointConfigName" },
    },
    {
      ...named("UpdateEndpointWeightsAndCapacities", "endpoint", "endpoint", "changes"),
      loses: ["instanceCount"],
    },
    { ...named("DeleteCluster", "cluster", "cluster", "ends"), arn: "response.clusterArn" },
    named("StopMlflowTrackingServer", "trackingServer", "mlflow-tracking-server", "stops"),
    named("StartMlflowTrackingServer", "trackingServer", "mlflow-tracking-server", "starts"),
    named("DeleteMlflowTrackingServer", "trackingServer", "mlflow-tracking-server", "ends"),
  ],
};

/** A call that names one resource: `trainingJobName`. */
function named(event: string, what: string, type: string, effect: RunningRow["effect"]): RunningRow {
  return {
    event,
    type: `sagemaker:${type}`,
    effect,
    id: `request.${what}Name`,
    arn: `response.${what}Arn`,
    template: "arn:{partition}:sagemaker:{region}:{account}:{type}/{id}",
    lowerCase: true,
  };
}

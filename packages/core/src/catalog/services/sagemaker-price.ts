import type { Row } from "../row.ts";

type Price = NonNullable<Row["price"]>;

/** What decides the price of a notebook instance. */
export const notebookPrice: Price = {
  instanceType: "request.instanceType",
  volumeSizeGiB: "request.volumeSizeInGB",
  accelerator: "request.acceleratorTypes",
};

/** What decides the price of a training job, and how long it may run. */
export const trainingPrice: Price = {
  instanceType: "request.resourceConfig.instanceType",
  instanceCount: "request.resourceConfig.instanceCount",
  volumeSizeGiB: "request.resourceConfig.volumeSizeInGB",
  instanceGroup: "request.resourceConfig.instanceGroups.instanceGroupName",
  trainingPlan: "request.resourceConfig.trainingPlanArn",
  reserved: "request.resourceConfig.useReservedCapacity",
  spot: "request.enableManagedSpotTraining",
  maxRuntimeSeconds: "request.stoppingCondition.maxRuntimeInSeconds",
};

/** What decides the price of a processing job, and how long it may run. */
export const processingPrice: Price = {
  instanceType: "request.processingResources.clusterConfig.instanceType",
  instanceCount: "request.processingResources.clusterConfig.instanceCount",
  volumeSizeGiB: "request.processingResources.clusterConfig.volumeSizeInGB",
  maxRuntimeSeconds: "request.stoppingCondition.maxRuntimeInSeconds",
};

/** What decides the price of a batch transform job. */
export const transformPrice: Price = {
  instanceType: "request.transformResources.instanceType",
  instanceCount: "request.transformResources.instanceCount",
};

/** What decides the price of an endpoint stands in its configuration, which the event only names. */
export const endpointPrice: Price = {
  endpointConfig: "request.endpointConfigName",
};

/** What decides the price of a Studio app. */
export const appPrice: Price = {
  appType: "request.appType",
  instanceType: "request.resourceSpec.instanceType",
};

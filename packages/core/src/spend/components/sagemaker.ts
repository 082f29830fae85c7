import { type BillingRule, type Component, countOf, existing, running } from "../component.ts";
import { type Attributes, type UnknownPrice, unknownPrice } from "../price.ts";
import { hasStorage } from "./sagemaker-storage.ts";

/** The GB of storage that a notebook instance gets where the request names none, as its API reference says. */
const NOTEBOOK_STORAGE = 5n;

/** A notebook instance is charged while it runs, its storage also while it does not. */
export const notebookBill: BillingRule = ({ instanceType, volumeSizeGiB, accelerator }) => {
  if (!instanceType) return unknownPrice("the event does not tell the instance type");
  if (accelerator) return unknownPrice("an accelerator is charged with it");
  const size = volumeSizeGiB === undefined ? NOTEBOOK_STORAGE : countOf(volumeSizeGiB);
  if (size === undefined) return unknownPrice("the event does not tell the size of its storage");
  return {
    components: [
      running("sagemaker-instance", `Notebook ${instanceType}`),
      existing("sagemaker-storage", "Notebook", size),
    ],
  };
};

/** A training job is charged for its instances and their storage until it ends. */
export const trainingBill: BillingRule = (attributes) => {
  const { spot, trainingPlan, reserved, instanceGroup } = attributes;
  if (spot === "true") return unknownPrice("its price is that of spot instances, which changes");
  if (trainingPlan || reserved === "true")
    return unknownPrice("it runs on capacity that was paid for before");
  if (instanceGroup) return unknownPrice("it runs on instances of several types");
  return jobBill("Training", attributes);
};

/** A processing job is charged for its instances and their storage until it ends. */
export const processingBill: BillingRule = (attributes) => jobBill("Processing", attributes);

/** A batch transform job is charged for its instances until it ends. */
export const transformBill: BillingRule = ({ instanceType, instanceCount }) => {
  const count = countOf(instanceCount);
  if (!instanceType || count === undefined) return unknownPrice("the event does not tell its instances");
  return { components: [running("sagemaker-instance", `BatchTransform ${instanceType}`, count)] };
};

/** A kernel of Studio Classic is charged while it is there; other apps are not priced. */
export const appBill: BillingRule = ({ appType, instanceType }) => {
  if (appType !== "KernelGateway")
    return unknownPrice(`Studio apps of type ${appType ?? "unknown"} are not priced`);
  if (!instanceType) return unknownPrice("the event does not tell the instance type");
  return { components: [running("sagemaker-instance", `Studio-Notebook ${instanceType}`)] };
};

/**
 * An endpoint is charged for its instances and their storage. The event that creates it only names its configuration:
 * whoever has read that says what it runs on.
 */
export const endpointBill: BillingRule = (attributes) =>
  attributes.instanceType
    ? jobBill("Hosting", attributes)
    : unknownPrice("what an endpoint runs on stands in its configuration, not in the event");

function jobBill(component: string, { instanceType, instanceCount, volumeSizeGiB }: Attributes) {
  const count = countOf(instanceCount);
  if (!instanceType || count === undefined) return unknownPrice("the event does not tell its instances");
  const instances = running("sagemaker-instance", `${component} ${instanceType}`, count);
  const storage = storageOf(component, instanceType, count, volumeSizeGiB);
  return "unknown" in storage ? storage : { components: [instances, ...storage] };
}

/** Each instance of a job gets storage of the size that the request names. */
function storageOf(
  component: string,
  instanceType: string,
  count: bigint,
  volumeSizeGiB: string | null | undefined,
): Component[] | UnknownPrice {
  const charged = hasStorage(instanceType);
  if (charged === false) return [];
  const size = countOf(volumeSizeGiB);
  if (charged === undefined)
    return unknownPrice(`it is not known whether ${instanceType} is charged for storage`);
  if (size === undefined) return unknownPrice("the event does not tell the size of its storage");
  return [running("sagemaker-storage", component, size * count)];
}

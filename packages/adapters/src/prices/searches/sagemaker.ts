import { GB_MONTHS, HOURS, type Searchers } from "./search.ts";

const SERVICE = "AmazonSageMaker";

/** What the list is known to call as we do. */
const COMPONENTS = new Set(["Hosting", "Notebook", "Processing", "Training"]);

/** How storage is called in usage types. */
const STORAGE: Readonly<Record<string, string>> = {
  Hosting: "Host:VolumeUsage.gp2",
  Notebook: "Notebk:VolumeUsage.gp2",
  Training: "Train:VolumeUsage.gp2",
};

/** SageMaker's instances, which cost differently by what they are used for, and their storage. */
export const sagemakerSearches: Searchers<"sagemaker-instance" | "sagemaker-storage"> = {
  "sagemaker-instance": (name, here) => {
    const [component = "", instanceName = ""] = name.split(" ");
    if (!COMPONENTS.has(component)) return null;
    return { service: SERVICE, filters: { ...here, component, instanceName }, units: HOURS };
  },
  "sagemaker-storage": (name, here) => {
    const usage = STORAGE[name];
    if (usage === undefined) return null;
    return { service: SERVICE, filters: { ...here, operation: "CreateVolume-Gp2" }, usage, units: GB_MONTHS };
  },
};

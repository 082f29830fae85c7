import { GB_MONTHS, HOURS, type Searchers } from "./search.ts";

const SERVICE = "AmazonRDS";

const STORAGE: Readonly<Record<string, string>> = {
  "Single-AZ gp2": "RDS:GP2-Storage",
  "Single-AZ gp3": "RDS:GP3-Storage",
  "Multi-AZ gp2": "RDS:Multi-AZ-GP2-Storage",
  "Multi-AZ gp3": "RDS:Multi-AZ-GP3-Storage",
};

/** Databases and their storage, which the list prices for one engine or for any. */
export const rdsSearches: Searchers<"rds-instance" | "rds-storage"> = {
  "rds-instance": (name, here) => {
    const [databaseEngine = "", deploymentOption = "", instanceType = ""] = name.split(" ");
    const filters = {
      ...here,
      productFamily: "Database Instance",
      databaseEngine,
      deploymentOption,
      instanceType,
    };
    return { service: SERVICE, filters, units: HOURS };
  },
  "rds-storage": (name, here) => {
    const [engine = "", deploymentOption = "", type = ""] = name.split(" ");
    const usage = STORAGE[`${deploymentOption} ${type}`];
    if (usage === undefined) return null;
    const filters = { ...here, productFamily: "Database Storage", deploymentOption };
    return { service: SERVICE, filters, usage, engine, units: GB_MONTHS };
  },
};

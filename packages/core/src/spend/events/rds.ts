import { isObject } from "../../catalog/event.ts";
import type { View } from "../../catalog/path.ts";
import type { RunningRow, RunningService } from "../running-row.ts";

/** After this RDS starts a stopped database again; https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_StopInstance.html. */
const SEVEN_DAYS = 7 * 86_400_000;

/** RDS, whose databases change at once only where the call says so, else in some maintenance window. */
export const rdsRunning: RunningService = {
  source: "rds.amazonaws.com",
  rows: [
    { ...instance("StopDBInstance", "stops"), resumesAfter: SEVEN_DAYS },
    instance("StartDBInstance", "starts"),
    instance("DeleteDBInstance", "ends"),
    {
      ...instance("ModifyDBInstance", "changes"),
      attributes: {
        instanceClass: "request.dBInstanceClass",
        multiAZ: "request.multiAZ",
        storageType: "request.storageType",
        sizeGiB: "request.allocatedStorage",
        iops: "request.iops",
        throughput: "request.storageThroughput",
        dedicatedLogVolume: "request.dedicatedLogVolume",
      },
      deferred: isDeferred,
    },
    { ...cluster("StopDBCluster", "stops"), resumesAfter: SEVEN_DAYS },
    cluster("StartDBCluster", "starts"),
    cluster("DeleteDBCluster", "ends"),
  ],
};

function instance(event: string, effect: RunningRow["effect"]): RunningRow {
  return database(event, effect, "db", "dBInstance");
}

function cluster(event: string, effect: RunningRow["effect"]): RunningRow {
  return database(event, effect, "cluster", "dBCluster");
}

/** Answers are logged without the object that wraps them. */
function database(event: string, effect: RunningRow["effect"], type: string, what: string): RunningRow {
  return {
    event,
    type: `rds:${type}`,
    effect,
    id: [`response.${what}Identifier`, `request.${what}Identifier`],
    arn: `response.${what}Arn`,
    template: "arn:{partition}:rds:{region}:{account}:{type}:{id}",
    lowerCase: true,
  };
}

function isDeferred({ request }: View): boolean {
  return !(isObject(request) && (request.applyImmediately === true || request.applyImmediately === "true"));
}

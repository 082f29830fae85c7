import type { Row } from "../row.ts";

/** What decides the price of a database instance. */
export const databasePrice: NonNullable<Row["price"]> = {
  instanceClass: "response.dBInstanceClass",
  engine: "response.engine",
  licenseModel: "response.licenseModel",
  multiAZ: "response.multiAZ",
  cluster: "response.dBClusterIdentifier",
  storageType: "response.storageType",
  sizeGiB: "response.allocatedStorage",
  iops: "response.iops",
  throughput: "response.storageThroughput",
  dedicatedLogVolume: "response.dedicatedLogVolume",
};

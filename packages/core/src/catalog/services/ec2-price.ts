import type { Row } from "../row.ts";

type Price = NonNullable<Row["price"]>;

/** What decides the price of an instance; `platformDetails` is there only where somebody asked EC2 for more than the log holds. */
export const instancePrice: Price = {
  instanceType: "item.instanceType",
  platform: "item.platform",
  platformDetails: "item.platformDetails",
  tenancy: "item.placement.tenancy",
  lifecycle: ["item.instanceLifecycle", "request.instanceMarketOptions.marketType"],
  productCode: "item.productCodes.items.productCode",
};

/** What decides the price of a volume. */
export const volumePrice: Price = {
  volumeType: ["response.volumeType", "request.volumeType"],
  sizeGiB: ["response.size", "request.size"],
  iops: ["response.iops", "request.iops"],
  throughput: ["response.throughput", "request.throughput"],
  outpost: ["response.outpostArn", "request.outpostArn"],
};

/** What decides the price of one of several volumes. */
export const listedVolumePrice: Price = {
  volumeType: "item.volumeType",
  sizeGiB: "item.size",
  iops: "item.iops",
  throughput: "item.throughput",
  outpost: "item.outpostArn",
};

/** What decides the price of a NAT gateway; what goes through it is billed besides. */
export const natGatewayPrice: Price = {
  availabilityMode: ["response.natGateway.availabilityMode", "request.AvailabilityMode"],
};

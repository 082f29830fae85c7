import { billPlaces } from "@tagledger/core/policy/bill-places";
import { closedBucket } from "./closed-bucket.ts";
import type { Told } from "./told.ts";

/** Where bills are delivered and kept. */
export interface BillBuckets {
  readonly cells: sst.aws.Bucket;
  /** The bucket for bills to be delivered into; null where the configuration names others. */
  readonly deliveries: sst.aws.Bucket | null;
}

/** Who delivers: Data Exports, and Cost and Usage Reports as they were before. */
const DELIVERERS = ["bcm-data-exports.amazonaws.com", "billingreports.amazonaws.com"];
/** Exports are defined in one region, whatever they are about. */
const BILLING = "us-east-1";

/** A bucket of cells and, where the configuration names no place of bills, one to have them delivered into. */
export function billBuckets(told: Told): BillBuckets {
  const cells = closedBucket("Cells", told, { isProtected: true });
  return { cells, deliveries: namesBucket(told) ? null : deliveryBucket(told) };
}

/** Whether the configuration names a bucket that is not the one made here: named or not, that one stays. */
function namesBucket({ config, names }: Told): boolean {
  const own = `${names.ours}-billdeliveries`;
  return billPlaces(config).some(({ bucket }) => !bucket.startsWith(own));
}

function deliveryBucket(told: Told): sst.aws.Bucket {
  const { home, names } = told;
  // Not protected, as a configuration may name another place later; the bucket and all in it stays then.
  const bucket = closedBucket("BillDeliveries", told, {
    isProtected: false,
    policy: [
      {
        effect: "allow",
        principals: [{ type: "service", identifiers: DELIVERERS }],
        actions: ["s3:PutObject", "s3:GetBucketPolicy", "s3:GetBucketLocation"],
        conditions: [
          { test: "StringEquals", variable: "aws:SourceAccount", values: [home.account] },
          {
            test: "ArnLike",
            variable: "aws:SourceArn",
            values: [
              `arn:${names.partition}:bcm-data-exports:${BILLING}:${home.account}:export/*`,
              `arn:${names.partition}:cur:${BILLING}:${home.account}:definition/*`,
            ],
          },
        ],
      },
    ],
  });
  new aws.s3.BucketNotification("BillDeliveriesEvents", { bucket: bucket.name, eventbridge: true });
  return bucket;
}

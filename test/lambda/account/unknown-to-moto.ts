import type { Reply } from "../../aws/local/gate/wire.ts";
import { type Service, startService } from "../../aws/local/service.ts";

/** What moto 5.2.5 does not know of what is listed, answered for an account that has none of it. */
export const NONE: Readonly<Record<string, Reply>> = {
  "ce:ListCostAllocationTags": json({ CostAllocationTags: [] }),
  "ec2:DescribeCapacityReservations": {
    status: 200,
    headers: { "content-type": "text/xml" },
    body: Buffer.from(
      '<DescribeCapacityReservationsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>1</requestId><capacityReservationSet/></DescribeCapacityReservationsResponse>',
    ),
  },
  "sagemaker:ListInferenceComponents": json({ InferenceComponents: [] }),
  "sagemaker:ListMlflowTrackingServers": json({ TrackingServerSummaries: [] }),
};

function json(body: unknown): Reply {
  return {
    status: 200,
    headers: { "content-type": "application/x-amz-json-1.1" },
    body: Buffer.from(JSON.stringify(body)),
  };
}

/** Kinesis of an account that has no stream: it is asked over HTTP/2, which moto does not speak. */
export function startKinesis(): Promise<Service> {
  const body = JSON.stringify({ StreamNames: [], StreamSummaries: [], HasMoreStreams: false });
  return startService(() => ({ type: "application/x-amz-json-1.1", body }), 2);
}

/** A list of prices that holds none. */
export function startPrices(): Promise<Service> {
  const body = JSON.stringify({ FormatVersion: "aws_v1", PriceList: [] });
  return startService(() => ({ type: "application/x-amz-json-1.1", body }));
}

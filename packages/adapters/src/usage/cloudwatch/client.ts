import { CloudWatchClient } from "@aws-sdk/client-cloudwatch";

/** A client as the SDK finds itself, in a region where one is given. */
export function openCloudwatch(region: string | undefined): CloudWatchClient {
  return new CloudWatchClient({
    ...(region !== undefined && { region }),
    requestHandler: { connectionTimeout: 10_000, socketTimeout: 60_000 },
  });
}

import type { CloudWatchClient } from "@aws-sdk/client-cloudwatch";
import type { S3Client } from "@aws-sdk/client-s3";

/** How the services are reached that keep usage. */
export interface UsageClients {
  s3(): Promise<S3Client>;
  /** @param region where it is; where the SDK finds itself if left out */
  cloudwatch(region: string | undefined): Promise<CloudWatchClient>;
}

/** Clients as the SDK finds them, each opened when it is first asked for. */
export function openUsageClients(): UsageClients {
  return {
    s3: async () => (await import("../deliveries/s3-client.ts")).openS3Client(),
    async cloudwatch(region) {
      const { CloudWatchClient } = await import("@aws-sdk/client-cloudwatch");
      return new CloudWatchClient({
        ...(region !== undefined && { region }),
        requestHandler: { connectionTimeout: 10_000, socketTimeout: 60_000 },
      });
    },
  };
}

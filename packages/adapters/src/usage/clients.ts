import type { CloudWatchClient } from "@aws-sdk/client-cloudwatch";
import type { S3Client, S3ClientConfig } from "@aws-sdk/client-s3";

type AwsCredentials = NonNullable<S3ClientConfig["credentials"]>;

/** How the services are reached that keep usage. */
export interface UsageClients {
  /** What requests are signed with that no client of the SDK sends. */
  credentials(): Promise<AwsCredentials>;
  s3(): Promise<S3Client>;
  /** @param region where it is; where the SDK finds itself if left out */
  cloudwatch(region: string | undefined): Promise<CloudWatchClient>;
}

/** Clients as the SDK finds them, each opened when it is first asked for. */
export function openUsageClients(): UsageClients {
  let s3: Promise<S3Client> | undefined;
  return {
    async credentials() {
      const { config } = await this.s3();
      return config.credentials;
    },
    s3() {
      s3 ??= import("../deliveries/s3-client.ts").then(({ openS3Client }) => openS3Client());
      return s3;
    },
    cloudwatch: async (region) => (await import("./cloudwatch/client.ts")).openCloudwatch(region),
  };
}

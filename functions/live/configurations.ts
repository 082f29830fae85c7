import { S3Client } from "@aws-sdk/client-s3";
import { s3Configurations } from "@tagledger/adapters/aws/configuration";
import { nodeHash } from "@tagledger/adapters/node/hash";
import type { Configurations } from "@tagledger/core/ports";
import type { Environment } from "../environment.ts";

/** The configuration in its object. */
export function liveConfigurations({ region, config }: Environment): Configurations {
  return s3Configurations({ client: new S3Client({ region }), ...config, hash: nodeHash });
}

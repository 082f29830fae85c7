import type { SageMakerClient } from "@aws-sdk/client-sagemaker";

/** What is asked about: its name, and the parts of its ARN after the type. */
export interface Asked {
  readonly id: string;
  readonly arn: string;
  readonly path: readonly string[];
}

/** Asks for the state of a resource; undefined where any will do. Fails where it is not there. */
export type StateCall = (client: SageMakerClient, asked: Asked) => Promise<string | undefined>;

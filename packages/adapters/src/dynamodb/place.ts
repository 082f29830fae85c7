import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";

/** A table, and how it is reached. */
export interface Place {
  readonly client: DynamoDBClient;
  readonly table: string;
}

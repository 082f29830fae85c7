import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { dynamodbLedger } from "@tagledger/adapters/dynamodb/ledger";
import type { Ledger } from "@tagledger/core/ports";
import type { Environment } from "../environment.ts";

/** The ledger in its table. */
export function liveLedger({ region, table }: Environment): Ledger {
  return dynamodbLedger({ client: new DynamoDBClient({ region }), table });
}

import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { openLetters } from "@tagledger/adapters/aws/open-letters";
import { dynamodbStores } from "@tagledger/adapters/dynamodb/stores";
import { nodeHash } from "@tagledger/adapters/node/hash";
import type { MailPorts } from "@tagledger/core/flows/mail/ports";
import type { Environment } from "../environment.ts";
import type { MailEnvironment } from "../mail-environment.ts";

/** By what months are mailed. Where no configuration set has bounces told, mail goes out all the same. */
export function liveMailing({
  region,
  table,
  configurationSet,
}: Pick<Environment, "region" | "table"> & MailEnvironment): MailPorts {
  const { snapshots, bills, ledger, mail } = dynamodbStores({
    client: new DynamoDBClient({ region }),
    table,
  });
  const mailer = openLetters(configurationSet);
  return { snapshots, bills, ledger, mail, mailer, hash: nodeHash, clock: Date.now };
}

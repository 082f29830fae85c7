import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { START } from "@tagledger/core/ledger/testing/records";
import { expect, test } from "vitest";
import { dynamodbLedger } from "./ledger.ts";
import { answering } from "./testing/answering.ts";

const failing = (name: string, message: string, code?: string) =>
  Object.assign(new Error(message), { name }, code !== undefined && { code });

test.each([
  [
    failing("ResourceNotFoundException", "Requested resource not found"),
    "does not exist: check its name, the region and the account",
  ],
  [
    failing("CredentialsProviderError", "Could not load credentials"),
    "needs credentials that AWS accepts: sign in, or check the profile",
  ],
  [
    failing("ExpiredTokenException", "The security token is expired"),
    "needs credentials that AWS accepts: sign in, or check the profile",
  ],
  [
    failing("AccessDeniedException", "not authorized to perform: dynamodb:GetItem"),
    "may not be used with these credentials: have access granted",
  ],
  [
    failing("Error", "connect ECONNREFUSED", "ECONNREFUSED"),
    "cannot be reached: check the network and the region",
  ],
  [failing("TimeoutError", "socket hang up"), "cannot be reached: check the network and the region"],
  [
    failing("ThrottlingException", "Rate exceeded"),
    "is asked for more than it may answer: try again later, or raise its limits",
  ],
  [failing("InternalServerError", "Internal"), "does not work at the moment: try again later"],
  [
    failing("ValidationException", "The table does not have the specified index: due"),
    "is not made for this version of Tagledger: deploy it again",
  ],
])("%s is put into words", async (error, words) => {
  const { client } = answering(error);
  await expect(dynamodbLedger({ client, table: "ledger" }).event("a", START)).rejects.toMatchObject({
    code: "outside-failure",
    message: `the DynamoDB table ledger in eu-central-1 ${words} (${error.name}: ${error.message})`,
    fields: { table: "ledger", region: "eu-central-1" },
    cause: error,
  });
});

test("what is wrong with ourselves is left as it is", async () => {
  const { client } = answering(failing("ValidationException", "Invalid UpdateExpression"));
  await expect(dynamodbLedger({ client, table: "ledger" }).event("a", START)).rejects.toMatchObject({
    name: "ValidationException",
  });
});

test("a region that nobody chose is said to be missing", async () => {
  const client = new DynamoDBClient({
    region: () => Promise.reject<string>(new Error("Region is missing")),
    credentials: { accessKeyId: "none", secretAccessKey: "none" },
  });
  await expect(dynamodbLedger({ client, table: "ledger" }).event("a", START)).rejects.toMatchObject({
    code: "outside-failure",
    message: "the DynamoDB table ledger needs a region: set AWS_REGION (Error: Region is missing)",
  });
});

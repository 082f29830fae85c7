import { CreateTableCommand, DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { clientsInAccounts } from "@tagledger/adapters/aws/accounts";
import { tableDefinition } from "@tagledger/adapters/dynamodb/table";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Moto, startMoto } from "./local/moto.ts";

const REGION = "eu-central-1";
const MEMBER = "222233334444";
/** For moto to be installed. */
const FIRST_TIME = 600_000;

let moto: Moto;

beforeAll(async () => {
  moto = await startMoto({ severalAccounts: true });
}, FIRST_TIME);

afterAll(() => moto?.stop());

test("what is done in a member account is done there, under our role", async () => {
  const { endpoint } = moto;
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const sts = async () => new STSClient({ endpoint, region: REGION, credentials });
  const clientsFor = clientsInAccounts({
    home: "111122223333",
    role: "tagledger",
    externalId: "x-1",
    sts,
    endpoint,
  });
  const member = clientsFor(MEMBER, REGION);

  expect(await member?.of(STSClient).send(new GetCallerIdentityCommand({}))).toMatchObject({
    Account: MEMBER,
    Arn: `arn:aws:sts::${MEMBER}:assumed-role/tagledger/tagledger`,
  });
  await member?.of(DynamoDBClient).send(new CreateTableCommand(tableDefinition("theirs")));
  expect(await member?.of(DynamoDBClient).send(new ListTablesCommand({}))).toMatchObject({
    TableNames: ["theirs"],
  });

  const home = new DynamoDBClient({ endpoint, region: REGION, credentials });
  expect(await home.send(new ListTablesCommand({}))).toMatchObject({ TableNames: [] });
});

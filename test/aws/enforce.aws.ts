import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { dynamodbLedger } from "@tagledger/adapters/dynamodb/ledger";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { offlinePrices } from "@tagledger/adapters/prices/offline";
import { enforce } from "@tagledger/core/flows/enforce";
import { rulesOf } from "@tagledger/core/flows/rules";
import type { Ledger } from "@tagledger/core/ports";
import { company } from "@tagledger/core/tags/testing/make-config";
import { GOOD } from "@tagledger/core/tags/testing/make-subject";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fleet } from "../load/fleet.ts";
import { type Call, KINDS } from "../world/kinds.ts";
import { commandsOf } from "./local/middleware.ts";
import { localClient, makeTable, removeTable } from "./local/tables.ts";

const RULES = rulesOf(company(), "c0ffee");
const NOW = Date.UTC(2026, 8, 1, 12, 1);
const TRANSACTION = "TransactWriteItemsCommand";

let client: DynamoDBClient;
let table: string;
let ledger: Ledger;

beforeEach(async () => {
  client = localClient();
  table = await makeTable(client);
  ledger = dynamodbLedger({ client, table });
});

afterEach(async () => {
  await removeTable(client, table);
  client.destroy();
});

async function take(record: Call) {
  return enforce({ ledger, prices: offlinePrices(), hash: nodeHash }, RULES, { record, now: NOW });
}

const CREATION = KINDS.queue.create("load-1", GOOD);

test("a creation whose request proves its tags asks DynamoDB for one transaction and nothing else", async () => {
  const commands = commandsOf(client);
  expect(await take(CREATION)).toMatchObject({ outcome: "evaluated", again: false });
  expect(commands).toEqual([TRANSACTION]);
});

test("a creation of sixty instances asks for as many transactions as their items need", async () => {
  const commands = commandsOf(client);
  expect(await take(fleet(60, GOOD))).toMatchObject({ outcome: "evaluated", again: false });
  expect(commands).toEqual([TRANSACTION, TRANSACTION, TRANSACTION, TRANSACTION]);
  expect(await ledger.count({ verdict: "compliant" })).toMatchObject({ total: 60 });
});

test("an event that comes again is refused at once", async () => {
  await take(CREATION);
  const commands = commandsOf(client);
  expect(await take(CREATION)).toMatchObject({ again: true });
  expect(commands).toEqual([TRANSACTION]);
});

test("an event that tells of nothing is one item, without a transaction", async () => {
  const commands = commandsOf(client);
  expect(await take({ ...CREATION, errorCode: "AccessDenied" })).toMatchObject({ outcome: "skipped" });
  expect(commands).toEqual(["PutItemCommand"]);
});

test("tagging what is known reads its history once", async () => {
  await take(KINDS.queue.create("load-1", {}));
  const commands = commandsOf(client);
  await take({ ...KINDS.queue.tag("load-1", GOOD), eventID: "another", eventTime: "2026-09-01T12:00:03Z" });
  expect(commands).toEqual(["QueryCommand", TRANSACTION]);
});

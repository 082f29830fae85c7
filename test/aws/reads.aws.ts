import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { dynamodbLedger } from "@tagledger/adapters/dynamodb/ledger";
import { ARN, DAY, makeRecord, START } from "@tagledger/core/ledger/testing/records";
import type { Ledger } from "@tagledger/core/ports";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { changed } from "../contracts/ledger/changed.ts";
import { commandsOf } from "./local/middleware.ts";
import { localClient, makeTable, removeTable } from "./local/tables.ts";

let client: DynamoDBClient;
let table: string;
let ledger: Ledger;

/** Incarnations of one resource, more than three megabytes of them. */
const LARGE = Array.from({ length: 10 }, (_, index) =>
  makeRecord({
    incarnation: `${index}`,
    created: START + index * DAY,
    tags: [{ key: "k", value: `${index}`.repeat(350_000), hidden: false, since: START }],
  }),
);

beforeEach(async () => {
  client = localClient();
  table = await makeTable(client);
  ledger = dynamodbLedger({ client, table });
  await ledger.transact([changed({ incarnations: LARGE })]);
});

afterEach(async () => {
  await removeTable(client, table);
  client.destroy();
});

describe("more than DynamoDB reads at once", () => {
  test("is read whole", async () => {
    const commands = commandsOf(client);
    expect(await ledger.history(ARN)).toEqual({
      resource: ARN,
      version: 1,
      incarnations: LARGE,
      accruals: [],
      facts: [],
    });
    expect(commands.length).toBeGreaterThanOrEqual(4);
  });

  test("is listed page by page, the newest first", async () => {
    const newest = LARGE.toReversed();
    const first = await ledger.resources({ limit: 6 });
    expect(first.items).toEqual(newest.slice(0, 6));
    const second = await ledger.resources({ limit: 6, after: first.next ?? undefined });
    expect(second).toEqual({ items: newest.slice(6), next: null });
    expect(await ledger.count({})).toMatchObject({ total: 10 });
  });
});

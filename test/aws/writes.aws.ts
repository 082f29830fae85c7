import { type DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import { dynamodbLedger } from "@tagledger/adapters/dynamodb/ledger";
import {
  claim,
  makeCreated,
  makeInput,
  makeTagged,
  recorded,
  START,
} from "@tagledger/core/ledger/testing/records";
import type { LedgerWrite } from "@tagledger/core/ledger/write";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { changed } from "../contracts/ledger/changed.ts";
import { commandsOf, loseFirstAnswer } from "./local/middleware.ts";
import { localClient, makeTable, removeTable } from "./local/tables.ts";

let client: DynamoDBClient;
let table: string;

beforeEach(async () => {
  client = localClient();
  table = await makeTable(client);
});

afterEach(async () => {
  await removeTable(client, table);
  client.destroy();
});

const WRITERS = Array.from({ length: 20 }, (_, index) => index);

describe("writers at the same time", () => {
  test("change one version of a history once, and one of them does", async () => {
    const ledgers = WRITERS.map(() => dynamodbLedger({ client, table }));
    for (let version = 0; version < 5; version += 1) {
      const ends = await Promise.all(
        ledgers.map((ledger, index) =>
          ledger.transact([claim(`${version}-${index}`), recorded({ incarnation: `${index}` }, { version })]),
        ),
      );
      const winners = WRITERS.filter((index) => ends[index]?.done);
      expect(winners).toHaveLength(1);
      expect(ends.filter(({ done }) => !done)).toEqual(
        Array.from({ length: 19 }, () => ({ done: false, refused: [1] })),
      );
      const claimed = WRITERS.map((index) => ledgers[0]?.event(`${version}-${index}`, START));
      const found = (await Promise.all(claimed)).flatMap((event, index) => (event === null ? [] : [index]));
      expect(found).toEqual(winners);
    }
  });

  test("who only share an item that anybody may write are not refused", async () => {
    const ends = await Promise.all(
      WRITERS.map((index) =>
        dynamodbLedger({ client, table }).transact([
          recorded({ resource: `${index}` }),
          { kind: "input", input: makeInput({ at: START + index }) },
        ]),
      ),
    );
    expect(ends).toEqual(WRITERS.map(() => ({ done: true })));
  });
});

describe("what was written while the answer was lost", () => {
  const COMPLIANT: LedgerWrite[] = [claim("a"), recorded({}, { facts: [makeCreated()] })];

  test.each([
    ["one item", "PutItemCommand", [claim("a")]],
    ["a transaction", "TransactWriteItemsCommand", COMPLIANT],
    ["a removal", "TransactWriteItemsCommand", [changed({ removed: ["event-1"] })]],
  ])("is written, not refused: %s", async (_, command, writes) => {
    const commands = commandsOf(client);
    const sent = loseFirstAnswer(client, command);
    const ledger = dynamodbLedger({ client, table });

    expect(await ledger.transact(writes)).toEqual({ done: true });

    expect(commands).toEqual([command]);
    expect(sent()).toBe(2);
    expect(await ledger.transact(writes)).toMatchObject({ done: false });
  });

  test("is refused where it was somebody else who wrote it", async () => {
    const ledger = dynamodbLedger({ client, table });
    await ledger.transact([claim("a")]);
    const sent = loseFirstAnswer(client, "PutItemCommand");
    expect(await ledger.transact([claim("a")])).toEqual({ done: false, refused: [0] });
    expect(sent()).toBe(2);
  });
});

describe("what is written", () => {
  test("of a compliant event is one transaction", async () => {
    const commands = commandsOf(client);
    const facts = [makeCreated(), makeTagged()];
    await dynamodbLedger({ client, table }).transact([claim("a"), recorded({}, { facts })]);
    expect(commands).toEqual(["TransactWriteItemsCommand"]);
  });

  test("expires in seconds, and only where it is to expire", async () => {
    const ledger = dynamodbLedger({ client, table });
    const input = { kind: "input", input: makeInput() } as const;
    const expires = 1_900_000_000_001;
    await ledger.transact([claim("a", { expires }), recorded({}, { facts: [makeCreated()] }), input]);
    const { Items = [] } = await client.send(new ScanCommand({ TableName: table }));
    expect(Items).toHaveLength(5);
    expect(Items.filter((item) => "expires" in item)).toMatchObject([
      { PK: { S: "EVENT#a" }, expires: { N: "1900000001" } },
    ]);
    expect((await ledger.event("a", START))?.expires).toBe(expires);
  });
});

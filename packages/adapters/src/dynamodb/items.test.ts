import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "vitest";
import type { Put, Removal } from "../ledger/items.ts";
import { dynamodbItems } from "./items.ts";
import { type Answer, answering } from "./testing/answering.ts";

const put = (sort: string): Put => ({
  item: { partition: "p", sort, version: 1, body: "" },
  when: { version: 0 },
});
const removal = (sort: string): Removal => ({ remove: { partition: "p", sort } });
const metadata = { $metadata: {}, message: "refused" };
const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({ ...metadata, CancellationReasons: codes.map((Code) => ({ Code })) });
const conflict = new TransactionConflictException(metadata);
const refused = new ConditionalCheckFailedException({ ...metadata, Item: { writer: { S: "another" } } });

function itemsOf(...answers: readonly Answer[]) {
  const { client, asked } = answering(...answers);
  const slept: number[] = [];
  const waiting = { random: () => 0.5, sleep: async (milliseconds: number) => slept.push(milliseconds) };
  return { items: dynamodbItems({ client, table: "ledger" }, waiting), asked, slept };
}

describe("one item", () => {
  test("is written without a transaction", async () => {
    const { items, asked } = itemsOf({});
    expect(await items.write([put("a")])).toEqual([]);
    expect(asked.map(({ command }) => command)).toEqual(["PutItemCommand"]);
  });

  test("is removed without a transaction, and again after one that was in its way", async () => {
    const { items, asked, slept } = itemsOf(conflict, {});
    expect(await items.write([removal("")])).toEqual([]);
    expect(asked.map(({ command }) => command)).toEqual(["DeleteItemCommand", "DeleteItemCommand"]);
    expect(asked[0]?.input).toEqual({ TableName: "ledger", Key: { PK: { S: "p" }, SK: { S: "\t" } } });
    expect(slept).toEqual([10]);
  });

  test("is refused where its condition does not hold", async () => {
    expect(await itemsOf(refused).items.write([put("a")])).toEqual([0]);
  });

  test("is written again after a transaction that was in its way", async () => {
    const { items, asked, slept } = itemsOf(conflict, conflict, {});
    expect(await items.write([put("a")])).toEqual([]);
    expect(asked).toHaveLength(3);
    expect(slept).toEqual([10, 20]);
  });

  test("counts as written where what stands in its way is itself", async () => {
    const { items } = itemsOf(
      conflict,
      ({ input }) => new ConditionalCheckFailedException({ ...metadata, Item: input.Item }),
    );
    expect(await items.write([put("a")])).toEqual([]);
  });
});

describe("several items", () => {
  test("are written and removed in one transaction", async () => {
    const { items, asked } = itemsOf({});
    expect(await items.write([put("a"), removal("b")])).toEqual([]);
    expect(asked).toMatchObject([
      {
        command: "TransactWriteItemsCommand",
        input: {
          TransactItems: [
            { Put: { Item: { SK: { S: "a" } } } },
            { Delete: { TableName: "ledger", Key: { PK: { S: "p" }, SK: { S: "b" } } } },
          ],
        },
      },
    ]);
  });

  test("are changed only while another is as it was, in the same transaction, also where that is all", async () => {
    const check = { check: { partition: "p", sort: "c" }, when: { version: 3 } };
    const { items, asked } = itemsOf({}, cancelled("ConditionalCheckFailed"));
    expect(await items.write([put("a"), check])).toEqual([]);
    expect(asked[0]?.input.TransactItems?.[1]).toEqual({
      ConditionCheck: {
        TableName: "ledger",
        Key: { PK: { S: "p" }, SK: { S: "c" } },
        ConditionExpression: "#version = :version",
        ExpressionAttributeNames: { "#version": "version" },
        ExpressionAttributeValues: { ":version": { N: "3" } },
      },
    });
    expect(await items.write([check])).toEqual([0]);
    expect(asked[1]?.command).toBe("TransactWriteItemsCommand");
  });

  test("are refused by place", async () => {
    const { items, slept } = itemsOf(cancelled("ConditionalCheckFailed", "None", "ConditionalCheckFailed"));
    expect(await items.write(["a", "b", "c"].map(put))).toEqual([0, 2]);
    expect(slept).toEqual([]);
  });

  test.each(["TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"])(
    "are written again after %s, as another request",
    async (code) => {
      const { items, asked } = itemsOf(cancelled("None", code), {});
      expect(await items.write(["a", "b"].map(put))).toEqual([]);
      expect(new Set(asked.map(({ input }) => input.ClientRequestToken)).size).toBe(2);
    },
  );

  test("are refused where one is, whatever is in the way of another", async () => {
    const { items } = itemsOf(cancelled("TransactionConflict", "ConditionalCheckFailed"));
    expect(await items.write(["a", "b"].map(put))).toEqual([1]);
  });

  test("count as written where what stands in their way is one of them", async () => {
    const { items } = itemsOf(cancelled("TransactionConflict", "None"), ({ input }) => {
      const [first] = input.TransactItems ?? [];
      return new TransactionCanceledException({
        ...metadata,
        CancellationReasons: [{ Code: "ConditionalCheckFailed", Item: first?.Put?.Item }, { Code: "None" }],
      });
    });
    expect(await items.write(["a", "b"].map(put))).toEqual([]);
  });

  test("are given up in the end, as trouble and not as refused", async () => {
    const { items, slept } = itemsOf(
      ...Array.from({ length: 10 }, () => cancelled("TransactionConflict", "None")),
    );
    await expect(items.write(["a", "b"].map(put))).rejects.toMatchObject({
      code: "outside-failure",
      message: expect.stringContaining(
        "the DynamoDB table ledger in eu-central-1 is written to by too many or too fast",
      ),
    });
    expect(slept).toEqual([10, 20, 40, 80, 160, 320, 500, 500, 500]);
  });

  test("are nothing to ask for where there are none", async () => {
    expect(await itemsOf().items.write([])).toEqual([]);
  });
});

describe("what is read", () => {
  const stretch = { partition: "p", from: "", to: "z" };

  test("by name is as it was written last", async () => {
    const { items, asked } = itemsOf({}, {});
    expect(await items.get({ partition: "p", sort: "s" })).toBeNull();
    expect(await items.query(stretch)).toEqual([]);
    expect(asked.map(({ input }) => input.ConsistentRead)).toEqual([true, true]);
  });

  test("of an index may be a moment behind, as DynamoDB has it", async () => {
    const { items, asked } = itemsOf({});
    await items.query({ ...stretch, index: "team" });
    expect(asked[0]?.input).toMatchObject({ IndexName: "team" });
    expect(asked[0]?.input).not.toHaveProperty("ConsistentRead");
  });

  test("comes in pages, no longer than what is left to read", async () => {
    const found = (sort: string) => ({
      PK: { S: "p" },
      SK: { S: sort },
      version: { N: "1" },
      body: { S: "" },
    });
    const next = { PK: { S: "p" } };
    const { items, asked } = itemsOf(
      { Items: [found("a")], LastEvaluatedKey: next },
      { Items: [], LastEvaluatedKey: next },
      { Items: [found("b"), found("c")], LastEvaluatedKey: next },
    );
    expect((await items.query({ ...stretch, limit: 3 })).map(({ sort }) => sort)).toEqual(["a", "b", "c"]);
    expect(asked.map(({ input }) => input.Limit)).toEqual([3, 2, 2]);
    expect(asked.map(({ input }) => input.ExclusiveStartKey)).toEqual([undefined, next, next]);
  });

  test("is nothing where the end is before the beginning", async () => {
    expect(await itemsOf().items.query({ partition: "p", from: "b", to: "a" })).toEqual([]);
  });
});

test("what expires is left to DynamoDB", async () => {
  expect(await itemsOf().items.clean(1)).toBe(0);
});

import { randomUUID } from "node:crypto";
import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import type { ItemStore } from "../ledger/items.ts";
import { foundIn, keyAttributes } from "./attributes.ts";
import { despiteContention, type Waiting } from "./contention.ts";
import type { Place } from "./place.ts";
import { queryItems } from "./query.ts";
import { explained } from "./trouble.ts";
import { tryToWrite } from "./write.ts";

/** Items in a DynamoDB table; the client stays open when they are closed. */
export function dynamodbItems(place: Place, waiting: Waiting): ItemStore {
  let isClosed = false;
  const guarded = async <T>(act: () => Promise<T>): Promise<T> => {
    if (isClosed) throw new Error("the ledger is closed");
    return explained(place, act);
  };
  return {
    get: (key) =>
      guarded(async () => {
        const command = new GetItemCommand({
          TableName: place.table,
          Key: keyAttributes(key),
          ConsistentRead: true,
        });
        const { Item } = await place.client.send(command);
        return Item === undefined ? null : foundIn(Item);
      }),
    query: (stretch) => guarded(() => queryItems(place, stretch)),
    write: (changes) =>
      guarded(() => {
        // One for all attempts: any of them may turn out to have succeeded.
        const writer = randomUUID();
        return despiteContention(waiting, () => tryToWrite(place, changes, writer));
      }),
    // DynamoDB removes what expires by itself, and keeps nothing of what was replaced.
    clean: () => guarded(async () => 0),
    async close() {
      isClosed = true;
    },
  };
}

import { type AttributeValue, QueryCommand, type QueryCommandInput } from "@aws-sdk/client-dynamodb";
import type { FoundItem, Stretch } from "../ledger/items.ts";
import { foundIn, keptSort } from "./attributes.ts";
import type { Place } from "./place.ts";
import { keyOf } from "./table.ts";

/** Reads a stretch of a partition: of the table as it was written last, of an index as it was a moment ago. */
export async function queryItems({ client, table }: Place, stretch: Stretch): Promise<FoundItem[]> {
  const { index, descending = false, limit = Number.POSITIVE_INFINITY } = stretch;
  // DynamoDB takes this for a mistake.
  if (stretch.from > stretch.to) return [];
  const found: FoundItem[] = [];
  let next: Record<string, AttributeValue> | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: table,
        ...(index === undefined ? { ConsistentRead: true } : { IndexName: index }),
        ...condition(stretch),
        ScanIndexForward: !descending,
        ...(limit < Number.POSITIVE_INFINITY && { Limit: limit - found.length }),
        ExclusiveStartKey: next,
      }),
    );
    found.push(...(page.Items ?? []).map((attributes) => foundIn(attributes, index)));
    // A page ends after a megabyte, too.
    next = page.LastEvaluatedKey;
  } while (next !== undefined && found.length < limit);
  return found;
}

function condition({ index, partition, from, to }: Stretch) {
  const key = keyOf(index);
  return {
    KeyConditionExpression: "#partition = :partition AND #sort BETWEEN :from AND :to",
    ExpressionAttributeNames: { "#partition": key.partition, "#sort": key.sort },
    ExpressionAttributeValues: {
      ":partition": { S: partition },
      ":from": { S: keptSort(from) },
      ":to": { S: keptSort(to) },
    },
  } satisfies Partial<QueryCommandInput>;
}

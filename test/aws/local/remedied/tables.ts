import { CreateTableCommand, DeleteTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { given } from "../estate/maker.ts";
import type { Remedied } from "./remedied.ts";

const capacity = (units: number) => ({ ReadCapacityUnits: units, WriteCapacityUnits: 2 * units });

/** Tables with capacity of their own. */
export const tables: readonly Remedied[] = [
  {
    type: "dynamodb:table",
    remedy: "dynamodb:lower-capacity",
    async make(clients, TableName) {
      const { TableDescription } = await clients.of(DynamoDBClient).send(
        new CreateTableCommand({
          TableName,
          AttributeDefinitions: [
            { AttributeName: "id", AttributeType: "S" },
            { AttributeName: "day", AttributeType: "S" },
          ],
          KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
          ProvisionedThroughput: capacity(5),
          GlobalSecondaryIndexes: [
            {
              IndexName: "by-day",
              KeySchema: [{ AttributeName: "day", KeyType: "HASH" }],
              Projection: { ProjectionType: "ALL" },
              ProvisionedThroughput: capacity(3),
            },
          ],
        }),
      );
      return given(TableDescription?.TableArn);
    },
    remove: (clients, arn) => clients.of(DynamoDBClient).send(new DeleteTableCommand({ TableName: arn })),
    state: "ACTIVE",
    before: { table: { read: 5, write: 10 }, "index:by-day": { read: 3, write: 6 } },
    ours: { table: { read: 1, write: 1 }, "index:by-day": { read: 1, write: 1 } },
  },
];

import {
  DescribeTableCommand,
  DynamoDBClient,
  type ProvisionedThroughputDescription,
  UpdateTableCommand,
  type UpdateTableCommandInput,
} from "@aws-sdk/client-dynamodb";
import type { Sought } from "@tagledger/core/ports";
import { type Fields, type FieldValue, isSameValue } from "@tagledger/core/remediation/fields";
import type { Clients } from "../inventory/clients.ts";
import { countsOf } from "./field.ts";
import { known } from "./known.ts";
import { madeAt } from "./made-at.ts";
import type { TypeRemedies } from "./remedy.ts";
import { isScaled } from "./scalable-target.ts";

/** The least that a table or an index may have. */
const LEAST = { read: 1, write: 1 };

/** The fields of indexes are called by their names after this. */
const INDEX = "index:";

/** Tables: they and their indexes are given the least capacity there is. */
export const dynamodb: TypeRemedies = {
  async inspect(clients, target) {
    const table = await describe(clients, target);
    if (table === undefined) return null;
    const isOnDemand = table.BillingModeSummary?.BillingMode === "PAY_PER_REQUEST";
    return {
      state: table.TableStatus ?? null,
      ...madeAt(table.CreationDateTime),
      controller: null,
      conditions: known({
        "on-demand-capacity": isOnDemand,
        "scaled-automatically": await isAnyScaled(clients, table),
      }),
      remedies: isOnDemand ? {} : { "dynamodb:lower-capacity": capacitiesOf(table) },
    };
  },
  remedies: {
    "dynamodb:lower-capacity": {
      aim: (before) => Object.fromEntries(Object.keys(before).map((name) => [name, LEAST])),
      async set(clients, target, fields) {
        const table = await describe(clients, target);
        const there: Fields = table === undefined ? {} : capacitiesOf(table);
        // To be set to what it is, is an error.
        const changed = Object.keys(fields).filter((name) => !isSameValue(there[name], fields[name]));
        if (changed.length === 0) return;
        const indexes = changed.filter((name) => name.startsWith(INDEX));
        const input: UpdateTableCommandInput = { TableName: target.arn ?? target.id };
        if (changed.includes("table")) input.ProvisionedThroughput = throughputOf(fields, "table");
        if (indexes.length > 0) {
          input.GlobalSecondaryIndexUpdates = indexes.map((name) => ({
            Update: {
              IndexName: name.slice(INDEX.length),
              ProvisionedThroughput: throughputOf(fields, name),
            },
          }));
        }
        await clients.of(DynamoDBClient).send(new UpdateTableCommand(input));
      },
    },
  },
};

/** Whether Application Auto Scaling sets capacities of a table or of one of its indexes; undefined where we may not ask it. */
async function isAnyScaled(clients: Clients, table: Table): Promise<boolean | undefined> {
  const name = `table/${table.TableName}`;
  const indexes = (table.GlobalSecondaryIndexes ?? []).map(({ IndexName }) => `${name}/index/${IndexName}`);
  const scaled = await Promise.all([
    isScaled(clients, "dynamodb", name, [
      "dynamodb:table:ReadCapacityUnits",
      "dynamodb:table:WriteCapacityUnits",
    ]),
    ...indexes.map((index) =>
      isScaled(clients, "dynamodb", index, [
        "dynamodb:index:ReadCapacityUnits",
        "dynamodb:index:WriteCapacityUnits",
      ]),
    ),
  ]);
  return scaled.includes(true) ? true : scaled.includes(undefined) ? undefined : false;
}

async function describe(clients: Clients, { arn, id }: Sought) {
  const { Table } = await clients.of(DynamoDBClient).send(new DescribeTableCommand({ TableName: arn ?? id }));
  return Table;
}

type Table = NonNullable<Awaited<ReturnType<typeof describe>>>;

function capacitiesOf({ ProvisionedThroughput, GlobalSecondaryIndexes = [] }: Table): Fields {
  const indexes = GlobalSecondaryIndexes.map(({ IndexName = "", ProvisionedThroughput: of }) => [
    `${INDEX}${IndexName}`,
    capacityOf(of),
  ]);
  return { table: capacityOf(ProvisionedThroughput), ...Object.fromEntries(indexes) };
}

function capacityOf(of: ProvisionedThroughputDescription | undefined): FieldValue {
  return { read: of?.ReadCapacityUnits ?? 0, write: of?.WriteCapacityUnits ?? 0 };
}

function throughputOf(fields: Fields, name: string) {
  const { read, write } = countsOf(fields, name) ?? {};
  return { ReadCapacityUnits: read, WriteCapacityUnits: write };
}

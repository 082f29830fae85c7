import type { CreateTableCommandInput, UpdateTimeToLiveCommandInput } from "@aws-sdk/client-dynamodb";
import { INDEXES, type IndexName } from "../ledger/items.ts";

/** The attributes of an item besides its keys. */
export const ATTRIBUTES = {
  version: "version",
  body: "body",
  /** From when on DynamoDB may remove it, in epoch seconds. */
  expires: "expires",
  /** Which call wrote it last. */
  writer: "writer",
} as const;

/** The attributes of a key: of the table itself, or of an index. */
export function keyOf(index?: IndexName): { readonly partition: string; readonly sort: string } {
  const prefix = index === undefined ? "" : `${index}_`;
  return { partition: `${prefix}PK`, sort: `${prefix}SK` };
}

/**
 * The table of a ledger, as `CreateTable` takes it; nothing is asked of AWS.
 *
 * @example new CreateTableCommand(tableDefinition("tagledger"))
 */
export function tableDefinition(name: string) {
  const keys = [keyOf(), ...INDEXES.map(keyOf)];
  return {
    TableName: name,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: keys
      .flatMap(({ partition, sort }) => [partition, sort])
      .map((attribute) => ({ AttributeName: attribute, AttributeType: "S" as const })),
    KeySchema: keySchema(),
    GlobalSecondaryIndexes: INDEXES.map((index) => ({
      IndexName: index,
      KeySchema: keySchema(index),
      // All that is read through an index, so that nothing has to be fetched for each entry, and nothing besides.
      Projection: {
        ProjectionType: "INCLUDE" as const,
        NonKeyAttributes: [ATTRIBUTES.version, ATTRIBUTES.body],
      },
    })),
  } satisfies CreateTableCommandInput;
}

/** What DynamoDB is to remove from the table by itself, as `UpdateTimeToLive` takes it. */
export function timeToLive(name: string) {
  return {
    TableName: name,
    TimeToLiveSpecification: { AttributeName: ATTRIBUTES.expires, Enabled: true },
  } satisfies UpdateTimeToLiveCommandInput;
}

function keySchema(index?: IndexName) {
  const { partition, sort } = keyOf(index);
  return [
    { AttributeName: partition, KeyType: "HASH" as const },
    { AttributeName: sort, KeyType: "RANGE" as const },
  ];
}

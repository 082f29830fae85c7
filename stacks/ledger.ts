import { tableDefinition, timeToLive } from "@tagledger/adapters/dynamodb/table";
import type { Told } from "./told.ts";

/** The table of the ledger, with the keys and indexes that the ledger itself defines. */
export function ledger({ isKept }: Told): sst.aws.Dynamo {
  const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes } = tableDefinition("ledger");
  return new sst.aws.Dynamo("Ledger", {
    fields: Object.fromEntries(AttributeDefinitions.map(({ AttributeName }) => [AttributeName, "string"])),
    primaryIndex: keysIn(KeySchema),
    globalIndexes: Object.fromEntries(
      GlobalSecondaryIndexes.map(({ IndexName, KeySchema: keys, Projection }) => [
        IndexName,
        { ...keysIn(keys), projection: Projection.NonKeyAttributes },
      ]),
    ),
    ttl: timeToLive("ledger").TimeToLiveSpecification.AttributeName,
    deletionProtection: isKept,
    // By a key in our account, whose use CloudTrail tells of.
    transform: {
      table: (table, options) => {
        table.serverSideEncryption = { enabled: true };
        // Replacing it is refused: a new one knows nothing of what is quarantined.
        options.protect = isKept;
      },
    },
  });
}

function keysIn(schema: readonly { readonly AttributeName: string; readonly KeyType: "HASH" | "RANGE" }[]) {
  const of = (type: string) => schema.find(({ KeyType }) => KeyType === type)?.AttributeName ?? "";
  return { hashKey: of("HASH"), rangeKey: of("RANGE") };
}

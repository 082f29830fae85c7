import type { Condition, Put } from "../ledger/items.ts";
import { attributesOf } from "./attributes.ts";
import { ATTRIBUTES, keyOf } from "./table.ts";

/** What DynamoDB is asked, to write one item. */
export type PutInput = ReturnType<typeof putInput>;

/** Asks for an item to be written; one that may be refused is signed, and what stands in its way is asked for. */
export function putInput(table: string, { item, when }: Put, writer: string) {
  if (when === undefined) return { TableName: table, Item: attributesOf(item) };
  return {
    TableName: table,
    Item: attributesOf(item, writer),
    ...condition(when),
    ReturnValuesOnConditionCheckFailure: "ALL_OLD" as const,
  };
}

function condition(when: Condition) {
  const isNew = `attribute_not_exists(${keyOf().partition})`;
  if ("version" in when && when.version === 0) return { ConditionExpression: isNew };
  const [version, expression] =
    "version" in when
      ? [when.version, "#version = :version"]
      : [when.versionAtMost, `${isNew} OR #version <= :version`];
  return {
    ConditionExpression: expression,
    ExpressionAttributeNames: { "#version": ATTRIBUTES.version },
    ExpressionAttributeValues: { ":version": { N: String(version) } },
  };
}

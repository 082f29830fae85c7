import type { Change, Condition, Put } from "../ledger/items.ts";
import { attributesOf, keyAttributes } from "./attributes.ts";
import { ATTRIBUTES, keyOf } from "./table.ts";

/** What DynamoDB is asked for one change, as a transaction takes it. */
export type ChangeInput = ReturnType<typeof changeInput>;

/** Asks for a change; a put that may be refused is signed, and what stands in its way is asked for. */
export function changeInput(table: string, change: Change, writer: string) {
  if ("remove" in change) return { Delete: { TableName: table, Key: keyAttributes(change.remove) } };
  if ("item" in change) return { Put: putInput(table, change, writer) };
  return {
    ConditionCheck: { TableName: table, Key: keyAttributes(change.check), ...condition(change.when) },
  };
}

function putInput(table: string, { item, when }: Put, writer: string) {
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

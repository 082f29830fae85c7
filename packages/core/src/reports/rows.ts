import type { Dimension } from "../config/definition/match.ts";
import type { Amount } from "../costs/money.ts";
import type { Group, LeafAmount, ReportRow } from "./report.ts";

/** Sums leaves by dimensions; rows come in the order of their values, missing ones last. */
export function groupRows(leaves: readonly LeafAmount[], groupBy: readonly Dimension[]): ReportRow[] {
  const byGroup = new Map<string, { group: Group; direct: Amount; shared: Amount }>();
  for (const { leaf, direct, shared } of leaves) {
    const group = groupBy.map((dimension) => leaf[dimension]);
    const key = JSON.stringify(group);
    const known = byGroup.get(key) ?? { group, direct: 0n, shared: 0n };
    byGroup.set(key, { group, direct: known.direct + direct, shared: known.shared + shared });
  }
  return [...byGroup.values()]
    .sort((a, b) => compareGroups(a.group, b.group))
    .map((row) => ({ ...row, total: row.direct + row.shared }));
}

/** Compares groups value by value in code unit order, missing values last. */
export function compareGroups(a: Group, b: Group): number {
  for (let index = 0; index < a.length; index++) {
    const left = a[index] ?? null;
    const right = b[index] ?? null;
    if (left === right) continue;
    if (left === null) return 1;
    if (right === null) return -1;
    return left < right ? -1 : 1;
  }
  return 0;
}

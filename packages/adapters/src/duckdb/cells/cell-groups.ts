import type { DuckDBValue } from "@duckdb/node-api";
import type { Basis, BasisAmounts, ChargeGroup } from "@tagledger/core/costs/charge";
import type { Database } from "../database.ts";
import { amountOf } from "../staging/checks.ts";
import type { CellsMetadata } from "./metadata.ts";

const TEXTS = [
  "account",
  "region",
  "service",
  "service_name",
  "usage_type",
  "line_item_type",
  "resource",
  "principal",
  "invoice",
  "issuer",
];

/** The combinations of facts of some cells, each once, summed over its days. */
export async function* cellGroups(
  database: Database,
  from: string,
  metadata: CellsMetadata,
  asked: Asked,
): AsyncIterable<readonly ChargeGroup[]> {
  for await (const columns of database.columns(groupsQuery(from, metadata, asked))) {
    yield groupsOf(columns, metadata, asked);
  }
}

/** The basis of amounts, and others on which they are told as well. */
interface Asked {
  readonly basis: Basis;
  readonly besides: readonly Basis[];
}

function groupsQuery(from: string, metadata: CellsMetadata, { basis, besides }: Asked): string {
  const facts = [...TEXTS, "epoch", "followed", "unused_commitment"];
  const commitment = metadata.commitments === true ? "first(commitment)" : "''";
  return `
    SELECT
      combination, sum(lines) AS lines, ${sumsOf(basis)}, sum(billed) AS billed,
      ${[...firstOf(facts), `${commitment} AS commitment`, ...firstOf(tagColumns(metadata)), ...besides.map(sumsOf)].join(", ")}
    FROM ${from}
    GROUP BY combination
    ORDER BY combination`;
}

function sumsOf(basis: Basis): string {
  return `sum(${basis}) AS sum_${basis}, sum(positive_${basis}) AS sum_positive_${basis}`;
}

function firstOf(columns: readonly string[]): string[] {
  return columns.map((column) => `first(${column}) AS ${column}`);
}

function tagColumns({ tags, dated }: CellsMetadata): string[] {
  const names = (prefix: string) => Array.from({ length: tags }, (_, index) => `${prefix}_${index}`);
  return [...names("tag"), ...(dated ? names("dated") : [])];
}

function groupsOf(
  columns: DuckDBValue[][],
  { tags, dated }: CellsMetadata,
  { besides }: Asked,
): ChargeGroup[] {
  const text = (column: number, row: number) => String(columns[column]?.[row] ?? "");
  const texts = (first: number, row: number) =>
    Array.from({ length: tags }, (_, tag) => text(first + tag, row));
  const after = 5 + TEXTS.length;
  const last = after + 4 + (dated ? 2 : 1) * tags;
  const amounts = (first: number, row: number): BasisAmounts => ({
    amount: amountOf(columns[first]?.[row]),
    positive: amountOf(columns[first + 1]?.[row]),
  });
  return (columns[0] ?? []).map((_, row): ChargeGroup => {
    const [
      account,
      region,
      service,
      serviceName,
      usageType,
      lineItemType,
      resource,
      principal,
      invoice,
      issuer,
    ] = TEXTS.map((_text, index) => text(5 + index, row));
    return {
      combination: Number(text(0, row)),
      account: account ?? "",
      region: region ?? "",
      service: service ?? "",
      serviceName: serviceName ?? "",
      usageType: usageType ?? "",
      lineItemType: lineItemType ?? "",
      unusedCommitment: columns[after + 2]?.[row] === true,
      ...(text(after + 3, row) === "" ? {} : { commitment: text(after + 3, row) }),
      resource: resource ?? "",
      principal: principal ?? "",
      invoice: invoice ?? "",
      issuer: issuer ?? "",
      epoch: Number(text(after, row)),
      followed: columns[after + 1]?.[row] === true,
      lines: Number(text(1, row)),
      ...amounts(2, row),
      billed: amountOf(columns[4]?.[row]),
      tags: texts(after + 4, row),
      ...(dated ? { dated: texts(after + 4 + tags, row) } : {}),
      ...(besides.length > 0 && {
        besides: Object.fromEntries(besides.map((basis, at) => [basis, amounts(last + 2 * at, row)])),
      }),
    };
  });
}

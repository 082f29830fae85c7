import type { DuckDBValue } from "@duckdb/node-api";
import type { Basis, ChargeGroup } from "@tagledger/core/costs/charge";
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
  basis: Basis,
): AsyncIterable<readonly ChargeGroup[]> {
  for await (const columns of database.columns(groupsQuery(from, metadata, basis))) {
    yield groupsOf(columns, metadata);
  }
}

function groupsQuery(from: string, metadata: CellsMetadata, basis: Basis): string {
  const facts = [...TEXTS, "epoch", "followed", "unused_commitment"];
  const commitment = metadata.commitments === true ? "first(commitment)" : "''";
  return `
    SELECT
      combination, sum(lines) AS lines, sum(${basis}) AS amount, sum(positive_${basis}) AS positive,
      sum(billed) AS billed, ${[...firstOf(facts), `${commitment} AS commitment`, ...firstOf(tagColumns(metadata))].join(", ")}
    FROM ${from}
    GROUP BY combination
    ORDER BY combination`;
}

function firstOf(columns: readonly string[]): string[] {
  return columns.map((column) => `first(${column}) AS ${column}`);
}

function tagColumns({ tags, dated }: CellsMetadata): string[] {
  const names = (prefix: string) => Array.from({ length: tags }, (_, index) => `${prefix}_${index}`);
  return [...names("tag"), ...(dated ? names("dated") : [])];
}

function groupsOf(columns: DuckDBValue[][], { tags, dated }: CellsMetadata): ChargeGroup[] {
  const text = (column: number, row: number) => String(columns[column]?.[row] ?? "");
  const texts = (first: number, row: number) =>
    Array.from({ length: tags }, (_, tag) => text(first + tag, row));
  const after = 5 + TEXTS.length;
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
      amount: amountOf(columns[2]?.[row]),
      positive: amountOf(columns[3]?.[row]),
      billed: amountOf(columns[4]?.[row]),
      tags: texts(after + 4, row),
      ...(dated ? { dated: texts(after + 4 + tags, row) } : {}),
    };
  });
}

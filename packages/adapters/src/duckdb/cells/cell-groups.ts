import type { DuckDBValue } from "@duckdb/node-api";
import type { Basis, ChargeGroup } from "@tagledger/core/costs/charge";
import type { Database } from "../database.ts";
import { amountOf } from "../staging/checks.ts";
import { fromFiles } from "../staging/merge.ts";
import type { CellsMetadata } from "./metadata.ts";

/** In the order in which `groupsOf` takes them. */
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

/** The combinations of facts of files of cells in their order, each once, summed over its days. */
export async function* cellGroups(
  database: Database,
  files: readonly string[],
  metadata: CellsMetadata,
  asked: Asked,
): AsyncIterable<readonly ChargeGroup[]> {
  // No combination stands in two files, so that no more is in memory at once than a file holds.
  for (const file of files) {
    for await (const columns of database.columns(groupsQuery(fromFiles([file]), metadata, asked)))
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
  const [combination = [], lines = [], amount = [], positive = [], billed = [], ...facts] = columns;
  const [account, region, service, serviceName, usageType, lineItemType, ...more] = facts;
  const [resource, principal, invoice, issuer, epoch = [], followed = [], unused = [], ...named] = more;
  const [commitment, ...rest] = named;
  const told = rest.slice(0, tags);
  const ledger = dated ? rest.slice(tags, 2 * tags) : null;
  const further = rest.slice((dated ? 2 : 1) * tags);
  return combination.map((number, row): ChargeGroup => {
    const covered = textAt(commitment, row);
    return {
      combination: Number(number),
      account: textAt(account, row),
      region: textAt(region, row),
      service: textAt(service, row),
      serviceName: textAt(serviceName, row),
      usageType: textAt(usageType, row),
      lineItemType: textAt(lineItemType, row),
      unusedCommitment: unused[row] === true,
      ...(covered !== "" && { commitment: covered }),
      resource: textAt(resource, row),
      principal: textAt(principal, row),
      invoice: textAt(invoice, row),
      issuer: textAt(issuer, row),
      epoch: Number(epoch[row]),
      followed: followed[row] === true,
      lines: Number(lines[row]),
      amount: amountOf(amount[row]),
      positive: amountOf(positive[row]),
      billed: amountOf(billed[row]),
      tags: told.map((column) => textAt(column, row)),
      ...(ledger !== null && { dated: ledger.map((column) => textAt(column, row)) }),
      ...(besides.length > 0 && { besides: besidesAt(further, besides, row) }),
    };
  });
}

function textAt(column: readonly DuckDBValue[] | undefined, row: number): string {
  return String(column?.[row] ?? "");
}

/** What further bases come to: two columns for each. */
function besidesAt(
  columns: readonly (readonly DuckDBValue[])[],
  bases: readonly Basis[],
  row: number,
): NonNullable<ChargeGroup["besides"]> {
  return Object.fromEntries(
    bases.map((basis, at) => [
      basis,
      { amount: amountOf(columns[2 * at]?.[row]), positive: amountOf(columns[2 * at + 1]?.[row]) },
    ]),
  );
}

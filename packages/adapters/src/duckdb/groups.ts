import type { ChargeGroup } from "@tagledger/core/costs/charge";
import { parsePeriod } from "@tagledger/core/costs/period";
import { OPTIONAL_FACTS, type OptionalFact } from "@tagledger/core/costs/query";
import type { BillOptions, ChargeQuery } from "@tagledger/core/ports";
import type { ChargeTable } from "./charges.ts";
import type { NetPayer } from "./contents.ts";
import { type Database, literal, sqlFile } from "./database.ts";
import { collectFollowed } from "./followed.ts";
import { groupRows } from "./group-rows.ts";
import { unreadableFile } from "./unreadable.ts";
import { unreadableValue } from "./values.ts";

/** A query and how the bill was opened. */
export interface GroupQuery extends ChargeQuery, BillOptions {
  readonly netPayers: readonly NetPayer[];
  /** Rows grouped at once. */
  readonly sliceRows: number;
}

/** What bounds memory, however many different lines a bill has. */
export const SLICE_ROWS = 4 * 122_880;

const COLUMNS_OF: Readonly<Record<OptionalFact, readonly string[]>> = {
  account: ["account"],
  region: ["region"],
  service: ["service", "service_name"],
  usageType: ["usage_type"],
  resource: [],
  principal: ["principal"],
};

/**
 * Groups the charges of a period and currency slice by slice, so that memory does not grow with the bill.
 *
 * @throws bad-input naming file, line, column and value of an amount that cannot be read exactly
 */
export async function* readGroups(
  database: Database,
  charges: readonly ChargeTable[],
  query: GroupQuery,
): AsyncIterable<readonly ChargeGroup[]> {
  await setVariables(database, query);
  await collectFollowed(database, charges, query.followers);
  for (const { table, view } of charges) {
    for (let start = 0; start < table.rows; start += query.sliceRows) {
      try {
        for await (const columns of database.columns(groupsQuery(view, query, start))) {
          const { groups, unreadable } = groupRows(columns, query.needs.tagKeys.length);
          if (unreadable > 0n) throw await unreadableValue(database, table, "amounts", [query.basis]);
          yield groups;
        }
      } catch (cause) {
        throw unreadableFile(table.path, cause);
      }
    }
  }
}

async function setVariables(database: Database, { period, currency, netPayers }: GroupQuery): Promise<void> {
  const { start, end } = parsePeriod(period);
  await database.run(`SET VARIABLE period_start = ${instant(start)}`);
  await database.run(`SET VARIABLE period_last = ${instant(end)} - INTERVAL 1 MICROSECOND`);
  await database.run(`SET VARIABLE currency = ${literal(currency)}`);
  const net = netPayers.filter((each) => each.period === period).map(({ payer }) => literal(payer));
  await database.run(`SET VARIABLE net_payers = CAST([${net.join(", ")}] AS VARCHAR[])`);
}

function groupsQuery(view: string, { needs, sliceRows }: GroupQuery, start: number): string {
  const blank = OPTIONAL_FACTS.filter((fact) => !needs.facts.has(fact))
    .flatMap((fact) => COLUMNS_OF[fact])
    .map((column) => `'' AS ${column}`);
  const instants = needs.instants.map((at) => `CAST(usage_start >= ${instant(at)} AS INTEGER)`);
  return `WITH slice AS NOT MATERIALIZED (
    SELECT
      * ${blank.length === 0 ? "" : `REPLACE (${blank.join(", ")})`},
      ${["0", ...instants].join(" + ")} AS epoch,
      ${needs.facts.has("resource")} AS resource_needed
    FROM ${view}
    WHERE row BETWEEN ${start} AND ${start + sliceRows - 1}
  ) ${sqlFile("groups.sql")}`;
}

function instant(milliseconds: number): string {
  return `make_timestamptz(${BigInt(milliseconds) * 1000n})`;
}

import { BASES } from "@tagledger/core/costs/charge";
import type { ChargeTable } from "../charges.ts";
import { type Database, sqlFile } from "../database.ts";
import { refuseOverlap } from "../overlap.ts";
import { sourceQuery } from "../source.ts";
import { tagColumns } from "../tags.ts";
import type { Parts } from "./parts.ts";

/** Refuses files that somebody named and that hold the same charges. */
export async function refuseOverlappingParts(
  database: Database,
  parts: Parts,
  tagKeys: readonly string[],
): Promise<void> {
  if (parts.count < 2) return;
  const charges: ChargeTable[] = [];
  for (let index = 0; index < parts.count; index++) {
    const { table, place } = await parts.open(index);
    const view = `charges_${index}`;
    const source = sourceQuery(table, BASES, await tagColumns(database, table, tagKeys));
    await database.run(
      `CREATE OR REPLACE VIEW ${view} AS WITH source AS NOT MATERIALIZED (${source}) ${sqlFile(table.format.sql)}`,
    );
    charges.push({ table: { ...table, path: place }, view });
  }
  await refuseOverlap(database, charges);
}

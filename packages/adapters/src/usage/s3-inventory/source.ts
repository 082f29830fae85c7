import type { S3Client } from "@aws-sdk/client-s3";
import type { S3InventorySource } from "@tagledger/core/config/definition/usage/s3";
import type { UsageRow } from "@tagledger/core/costs/sharing/usage";
import type { UsageReading, UsageSource } from "@tagledger/core/ports/usage-sources";
import { type Database, openDatabase } from "../../duckdb/database.ts";
import { hoursIn, hoursKnown, spanOf } from "../hours.ts";
import { plainRow } from "../plain-row.ts";
import { BYTE_HOURS, byteHours } from "../s3/byte-hours.ts";
import { HOLDS, type InventoryInForce, inventoriesOf } from "./find.ts";
import { readInventoryFile } from "./read-file.ts";
import { inventorySums } from "./sums.ts";

/** What an inventory is read with. */
export interface S3InventoryOptions {
  readonly source: S3InventorySource;
  readonly client: S3Client;
  /** Where files lie while they are read; the system's folder for such if left out. */
  readonly folder?: string;
  /** As DuckDB writes it, such as `512MB`. */
  readonly memory?: string;
}

/**
 * How many bytes lay below the prefixes of a bucket, by S3 Inventory. Each inventory speaks from when it was begun until
 * the next one was, at most eight days; none speaks of a time before it.
 *
 * @example s3InventoryUsage({ source, client }).read({ period, until }) // s3-byte-hours of each owner of prefixes
 */
export function s3InventoryUsage({ source, client, folder, memory }: S3InventoryOptions): UsageSource {
  return {
    kind: source.kind,
    name: `s3-inventory ${source.s3}`,
    pools: [source.pool],
    async read(query): Promise<UsageReading> {
      const asked = spanOf(query);
      const inventories = await inventoriesOf(client, source.s3, asked);
      const database = await openDatabase({ memory, ...(folder !== undefined && { within: folder }) });
      try {
        const rows: UsageRow[] = [];
        let versions = true;
        for (const each of inventories) {
          const read = await readInventory(database, each);
          rows.push(...read.rows);
          versions &&= read.versions;
        }
        const coverage = {
          pool: source.pool,
          metric: BYTE_HOURS,
          hours: hoursKnown(asked, inventories),
          of: hoursIn(asked),
        };
        return { rows, coverage: [coverage], notes: notesOf(inventories, versions) };
      } finally {
        await database.close();
      }
    },
  };

  async function readInventory(database: Database, { inventory, start, end }: InventoryInForce) {
    const sums = await inventorySums(database, source.prefixes);
    let versions = true;
    for (const file of inventory.files) {
      const columns = await readInventoryFile(
        { client, folder: database.folder, database, sums },
        inventory,
        file,
      );
      versions &&= columns.versions;
    }
    const owners = [...(await sums.owners(inventory.place))].filter(([, bytes]) => bytes > 0n);
    const rows = owners.map(([team, bytes]) =>
      plainRow({
        start,
        end,
        pool: source.pool,
        team,
        metric: BYTE_HOURS,
        quantity: byteHours(bytes * BigInt(end - start)),
        place: `${inventory.place}: ${team}`,
      }),
    );
    return { rows, versions };
  }

  function notesOf(inventories: readonly InventoryInForce[], versions: boolean): string[] {
    const days = HOLDS / 86_400_000;
    return [
      `${source.s3}: an inventory shows a bucket as it was at an instant, and is taken to hold until the next, at most ${days} days; ` +
        "incomplete multipart uploads, requests and transfers are not in it",
      ...(versions
        ? []
        : [
            `${source.s3}: the inventory lists current versions only: what replaced versions take is not known`,
          ]),
      ...(inventories.length > 0 ? [] : [`${source.s3}: no inventory speaks of this time`]),
    ];
  }
}

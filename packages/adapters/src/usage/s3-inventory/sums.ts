import { UNOWNED_PREFIX } from "@tagledger/core/config/consumers";
import { badInput } from "@tagledger/core/errors";
import { type Database, literal } from "../../duckdb/database.ts";
import { type Prefixes, ROOT, teamOfFolder } from "../s3/prefixes.ts";
import { fileTable, type ObjectColumns } from "./columns.ts";

/** More first folders than an organisation has teams. */
const FOLDERS = 10_000;
/** What more first folders than that are called together, where prefixes say whose the others are. */
const MANY = "(many folders)";

/** Sums the bytes of an inventory by owner, however many keys it lists. */
export interface InventorySums {
  /** Adds a file. */
  add(
    path: string,
    format: "csv" | "parquet",
    columns: readonly string[],
    found: ObjectColumns,
  ): Promise<void>;
  /** The bytes of each owner. */
  owners(place: string): Promise<ReadonlyMap<string, bigint>>;
}

/** Begins the sums of one inventory in a database. */
export async function inventorySums(database: Database, prefixes: Prefixes): Promise<InventorySums> {
  const owners = Object.entries(prefixes ?? {});
  // As DuckDB counts them: by characters, of which some take two units of a string.
  const lengths = [...new Set(owners.map(([prefix]) => [...prefix].length))].sort((a, b) => b - a);
  await database.run("CREATE OR REPLACE TABLE owners (prefix VARCHAR, owner VARCHAR)");
  if (owners.length > 0) {
    const rows = owners.map(([prefix, owner]) => `(${literal(prefix)}, ${literal(owner)})`);
    await database.run(`INSERT INTO owners VALUES ${rows.join(", ")}`);
  }
  await database.run("CREATE OR REPLACE TABLE sums (owner VARCHAR, folder VARCHAR, bytes HUGEINT)");
  const joins = lengths.map(
    (length) => `LEFT JOIN owners AS o${length} ON o${length}.prefix = left(key, ${length})`,
  );
  const owner =
    lengths.length === 0 ? "NULL" : `coalesce(${lengths.map((each) => `o${each}.owner`).join(", ")})`;
  const folder = `CASE WHEN instr(key, '/') > 1 THEN split_part(key, '/', 1) ELSE ${literal(ROOT)} END`;
  return {
    async add(path, format, columns, { key, size, marker }) {
      // Keys begin alike: once those are one that prefixes cannot tell apart, there is little left to look up.
      const table = fileTable(path, format === "csv" ? columns : null);
      await database.run(
        `INSERT INTO sums
         SELECT owner, CASE WHEN owner IS NULL THEN folder END AS folder, sum(bytes) FROM (
           SELECT ${owner} AS owner, folder, bytes
           FROM (
             SELECT left(key, ${lengths[0] ?? 0}) AS key, ${folder} AS folder, sum(bytes) AS bytes
             FROM (SELECT ${key} AS key, CASE WHEN ${marker} THEN 0 ELSE CAST(${size} AS UBIGINT) END AS bytes FROM ${table})
             GROUP BY ALL
           )
           ${joins.join(" ")}
         ) GROUP BY ALL`,
      );
    },
    async owners(place) {
      const [count] = await database.rows("SELECT count(DISTINCT folder) AS folders FROM sums");
      const many = Number(count?.folders ?? 0) > FOLDERS;
      if (many && prefixes === undefined) {
        const message = `${place}: its keys begin with more than ${FOLDERS} folders, which cannot all be teams: say whose they are by prefixes`;
        throw badInput(message, { file: place });
      }
      const named = many ? `CASE WHEN owner IS NULL THEN ${literal(MANY)} END` : "folder";
      const rows = await database.rows(
        `SELECT owner, ${named} AS folder, CAST(sum(bytes) AS VARCHAR) AS bytes FROM sums GROUP BY ALL`,
      );
      const sums = new Map<string, bigint>();
      for (const { owner, folder, bytes } of rows) {
        const name = owner === null || owner === undefined ? ownerOfFolder(String(folder)) : String(owner);
        sums.set(name, (sums.get(name) ?? 0n) + BigInt(String(bytes)));
      }
      return sums;
    },
  };

  function ownerOfFolder(name: string): string {
    return prefixes === undefined ? teamOfFolder(name) : UNOWNED_PREFIX + name;
  }
}

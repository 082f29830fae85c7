import { rename } from "node:fs/promises";
import { join } from "node:path";
import type { Basis } from "@tagledger/core/costs/charge";
import type { ChargeNeeds } from "@tagledger/core/costs/query";
import { type Database, fileLiteral, literal } from "../database.ts";
import { factsOf, readColumnFacts } from "./column-facts.ts";
import { amountColumns, cellFacts } from "./partials.ts";

/** Partial cells, and what is to become of them. */
export interface Partials {
  readonly files: readonly string[];
  /** Partial cells, by resource, of lines that also stand in `files`, whose resources are followed. */
  readonly followed: readonly string[];
  readonly needs: ChargeNeeds;
  readonly dated: boolean;
  readonly bases: readonly Basis[];
  /** The payers whose costs are net of discounts. */
  readonly netPayers: readonly string[];
  /** What cells bear besides: the same in all. */
  readonly metadata: string;
}

/** Partial cells that are merged at once, which bounds memory. */
const BUCKET_ROWS = 200_000;

/** All partial cells, what is followed taken from where it stood and put by its resource. */
export function allPartials({ files, followed, needs, dated, bases, netPayers }: Partials): string {
  const facts = cellFacts(needs, dated);
  const valued = (basis: Basis) =>
    basis === "effective" && netPayers.length > 0
      ? `(CASE WHEN payer IN (${netPayers.map(literal).join(", ")}) THEN net_effective ELSE effective END)`
      : basis;
  const select = (columns: readonly string[], sign: "" | "-", from: readonly string[]) => {
    const amounts = bases.flatMap((basis) => [
      `${sign}${valued(basis)} AS ${basis}`,
      `${sign}greatest(${valued(basis)}, 0) AS positive_${basis}`,
    ]);
    return `SELECT ${[...columns, "day", `${sign}lines AS lines`, "spread", ...amounts].join(", ")} FROM ${fromFiles(from)}`;
  };
  const moved = facts.map((fact) => (fact === "followed" ? "TRUE AS followed" : fact));
  const stood = facts.map((fact) =>
    fact === "resource" && !needs.facts.has("resource") ? "'' AS resource" : fact,
  );
  const queries = [select(facts, "", files)];
  if (followed.length > 0) queries.push(select(moved, "", followed), select(stood, "-", followed));
  return queries.join("\nUNION ALL\n");
}

/** Merges partial cells into files of cells, sorted by combination and day. */
export async function mergePartials(
  database: Database,
  partials: Partials,
  folder: string,
): Promise<string[]> {
  const [counted] = await database.rows(`SELECT count(*) AS rows FROM (${allPartials(partials)})`);
  const buckets = Math.max(1, Math.ceil(Number(counted?.rows ?? 0) / BUCKET_ROWS));
  const varying = await varyingFacts(database, partials);
  const files: string[] = [];
  let combinations = 0;
  for (let bucket = 0; bucket < buckets; bucket++) {
    await database.run(
      `CREATE OR REPLACE TABLE merged AS ${mergedQuery(partials, varying, { bucket, buckets })}`,
    );
    const path = join(folder, `cells-${String(bucket).padStart(4, "0")}.parquet`);
    await database.run(
      `COPY (${cellsQuery(partials, varying, combinations)}) TO ${literal(`${path}.unfinished`)}
       (FORMAT parquet, COMPRESSION snappy, KV_METADATA {tagledger: ${literal(partials.metadata)}})`,
    );
    await rename(`${path}.unfinished`, path);
    const [last] = await database.rows(`SELECT max(combination) AS combination FROM ${fromFiles([path])}`);
    combinations = Math.max(combinations, Number(last?.combination ?? -1) + 1);
    files.push(path);
  }
  await database.run("DROP TABLE IF EXISTS merged");
  return files;
}

/** The facts that are not the same in all partial cells, and those that are, as constants. */
interface Varying {
  readonly facts: readonly string[];
  readonly constants: readonly string[];
}

async function varyingFacts(
  database: Database,
  { files, followed, needs, dated }: Partials,
): Promise<Varying> {
  const facts = cellFacts(needs, dated);
  if (followed.length > 0) return { facts, constants: [] };
  const told = await Promise.all(
    files.map(async (file) => ({ facts: await readColumnFacts(database, file) })),
  );
  const constants = facts.flatMap((fact) => {
    const { constant } = factsOf(told, { sql: fact });
    return typeof constant === "string" ? [[fact, `${literal(constant)} AS ${fact}`] as const] : [];
  });
  const same = new Map(constants);
  return { facts: facts.filter((fact) => !same.has(fact)), constants: [...same.values()] };
}

function mergedQuery(
  partials: Partials,
  { facts }: Varying,
  { bucket, buckets }: { bucket: number; buckets: number },
): string {
  const sums = amountColumns(partials.bases).map((column) => `sum(${column}) AS ${column}`);
  return `
    SELECT ${[...facts, "day", "CAST(sum(lines) AS BIGINT) AS lines", ...sums].join(", ")}
    FROM (${allPartials(partials)})
    ${buckets === 1 ? "" : `WHERE spread % ${buckets} = ${bucket}`}
    GROUP BY ${[...facts, "day"].join(", ")}
    HAVING sum(lines) <> 0`;
}

function cellsQuery({ bases }: Partials, { facts, constants }: Varying, first: number): string {
  return `
    SELECT
      ${first} + combination AS combination, day, ${[...facts, ...constants].join(", ")}, lines,
      ${amountColumns(bases).join(", ")}
    FROM merged
    JOIN (
      SELECT combination, unnest(ids) AS id
      FROM (
        SELECT CAST(row_number() OVER () - 1 AS INTEGER) AS combination, ids
        FROM (SELECT list(rowid) AS ids FROM merged GROUP BY ${facts.join(", ")})
      )
    ) ON merged.rowid = id
    ORDER BY combination, day`;
}

/** Files as `FROM` reads them together. */
export function fromFiles(files: readonly string[]): string {
  return `read_parquet([${files.map(fileLiteral).join(", ")}], hive_partitioning = false)`;
}

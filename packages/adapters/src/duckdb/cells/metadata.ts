import { BASES, type Basis } from "@tagledger/core/costs/charge";
import { badInput } from "@tagledger/core/errors";
import { type Database, fileLiteral } from "../database.ts";

/** What is the same in all cells of a version. */
export interface CellsMetadata {
  readonly period: string;
  readonly currency: string;
  readonly format: string;
  readonly bases: readonly Basis[];
  /** How many tag keys cells tell apart. */
  readonly tags: number;
  /** Whether cells tell what the ledger says of tags. */
  readonly dated: boolean;
  /** Whether cells tell which commitment covered a charge; absent in those that were made before they did. */
  readonly commitments?: boolean;
}

/** The metadata as a file of cells bears it. */
export function cellsMetadata(metadata: CellsMetadata): string {
  return JSON.stringify(metadata);
}

/**
 * Reads the metadata of a file of cells.
 *
 * @throws bad-input when it is no such file
 */
export async function readMetadata(database: Database, file: string): Promise<CellsMetadata> {
  const rows = await database.rows(
    `SELECT decode(value) AS value FROM parquet_kv_metadata(${fileLiteral(file)}) WHERE decode(key) = 'tagledger'`,
  );
  const told: unknown = rows[0] === undefined ? undefined : JSON.parse(String(rows[0].value));
  if (!isMetadata(told)) throw badInput(`${file}: this is no file of cells`, { file });
  return told;
}

function isMetadata(told: unknown): told is CellsMetadata {
  if (typeof told !== "object" || told === null) return false;
  const { period, currency, format, bases, tags, dated } = { ...told } as Record<string, unknown>;
  return (
    [period, currency, format].every((each) => typeof each === "string") &&
    Array.isArray(bases) &&
    bases.every((basis) => BASES.includes(basis)) &&
    typeof tags === "number" &&
    typeof dated === "boolean"
  );
}

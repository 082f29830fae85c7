import type { DatabaseSync } from "node:sqlite";
import { badInput } from "@tagledger/core/errors";
import { inTransaction } from "./transaction.ts";

/** Marks a file as ours; "TLDG" in ASCII. */
export const APPLICATION_ID = 0x544c4447;

/**
 * Each brings a file from the version of its place to the next. What was released is never changed, only followed by
 * another.
 */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE items (
    partition TEXT NOT NULL,
    sort TEXT NOT NULL,
    version INTEGER NOT NULL,
    expires INTEGER,
    body ANY NOT NULL,
    team_partition TEXT,
    team_sort TEXT,
    verdict_partition TEXT,
    verdict_sort TEXT,
    people_partition TEXT,
    people_sort TEXT,
    UNIQUE (partition, sort)
  ) STRICT;
  CREATE INDEX items_by_team ON items (team_partition, team_sort) WHERE team_partition IS NOT NULL;
  CREATE INDEX items_by_verdict ON items (verdict_partition, verdict_sort) WHERE verdict_partition IS NOT NULL;
  CREATE INDEX items_by_people ON items (people_partition, people_sort) WHERE people_partition IS NOT NULL;
  CREATE INDEX items_by_expiry ON items (expires) WHERE expires IS NOT NULL;`,
  // Records and facts of before lack what is listed and said of them now. They came from logs, which are read anew
  // because the inputs are forgotten as well; published reports are whole, and stay.
  `DELETE FROM items WHERE partition <> 'PUBLISHED' AND partition NOT LIKE 'CONTENT#%';
  DROP INDEX items_by_verdict;
  ALTER TABLE items RENAME COLUMN verdict_partition TO list_partition;
  ALTER TABLE items RENAME COLUMN verdict_sort TO list_sort;
  ALTER TABLE items ADD COLUMN due_partition TEXT;
  ALTER TABLE items ADD COLUMN due_sort TEXT;
  CREATE INDEX items_by_list ON items (list_partition, list_sort) WHERE list_partition IS NOT NULL;
  CREATE INDEX items_by_due ON items (due_partition, due_sort) WHERE due_partition IS NOT NULL;`,
];

/**
 * Brings a file to the newest version, a new one from nothing; all of it or, when that fails or the process ends,
 * nothing.
 *
 * @throws bad-input when the file holds something else, or comes from a newer version of the program
 */
export function migrate(database: DatabaseSync, path: string, migrations = MIGRATIONS): void {
  const readVersion = () => versionOf(database, path, migrations);
  // Read as one state, because another process may be making the file.
  if (inTransaction(database, "DEFERRED", readVersion) === migrations.length) return;
  inTransaction(database, "IMMEDIATE", () => {
    // Read again, because it may be done by now.
    for (const migration of migrations.slice(readVersion())) database.exec(migration);
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${migrations.length}`);
  });
}

function versionOf(database: DatabaseSync, path: string, { length: newest }: readonly string[]): number {
  const version = pragma(database, "user_version");
  const application = pragma(database, "application_id");
  const isNew = version === 0 && application === 0 && !holdsAnything(database);
  if (application !== APPLICATION_ID && !isNew) {
    throw badInput(`${path} is a database of something else, not a ledger of Tagledger`, { file: path });
  }
  if (version > newest) {
    throw badInput(
      `${path} was written by a newer Tagledger (format ${version}; this one knows ${newest}): update, or name another file`,
      { file: path, version },
    );
  }
  return version;
}

function pragma(database: DatabaseSync, name: "user_version" | "application_id"): number {
  return Number(database.prepare(`PRAGMA ${name}`).get()?.[name]);
}

function holdsAnything(database: DatabaseSync): boolean {
  return database.prepare("SELECT 1 FROM sqlite_schema LIMIT 1").get() !== undefined;
}

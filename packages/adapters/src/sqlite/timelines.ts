import { DatabaseSync } from "node:sqlite";
import type { Fact } from "@tagledger/core/ledger/fact";
import type { Timelines } from "@tagledger/core/ports";
import { explained } from "./trouble.ts";

/** What error messages say instead of a name. */
const NAME = "in a temporary file";

/**
 * Timelines in a temporary file, which is gone with the process: memory holds no more of them than a cache.
 *
 * @throws outside-failure when there is no room for the file
 */
export function sqliteTimelines(): Timelines {
  // Without a name, a database is a file that SQLite removes by itself.
  const database = new DatabaseSync("");
  // Nothing of it needs to survive anything.
  database.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -32768");
  database.exec("CREATE TABLE facts (name TEXT NOT NULL, fact TEXT NOT NULL); BEGIN");
  const insert = database.prepare("INSERT INTO facts VALUES (?, ?)");
  const select = database.prepare("SELECT fact FROM facts WHERE name = ? ORDER BY rowid");
  let isIndexed = false;
  return {
    async add(told) {
      explained(NAME, () => {
        for (const { name, facts } of told) {
          for (const fact of facts) insert.run(keyOf(name), JSON.stringify(fact));
        }
      });
    },
    async read(name) {
      return explained(NAME, () => {
        // Made once all is there, which is many times faster than keeping it in order all along.
        if (!isIndexed) database.exec("CREATE INDEX IF NOT EXISTS facts_by_name ON facts (name)");
        isIndexed = true;
        return select.all(keyOf(name)).map(({ fact }) => JSON.parse(String(fact)) as Fact);
      });
    },
    async close() {
      database.close();
    },
  };
}

/** Names that are no proper Unicode stay different: UTF-8 would make the same of them. */
function keyOf(name: string): string {
  return JSON.stringify(name);
}

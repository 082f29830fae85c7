import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { explainRoom } from "../../deliveries/no-room.ts";
import { type Database, literal } from "../../duckdb/database.ts";
import { nodeHash } from "../../node/hash.ts";
import { DAY } from "../hours.ts";
import type { Owner } from "./owner.ts";

/** How often a team did something on a day. */
export interface Counted {
  readonly day: number;
  readonly metric: string;
  readonly team: string;
  readonly count: bigint;
}

/** More than there are teams, days and metrics together. */
const RANK = 1_000_000_000;
const PLAIN_ID = /^[\w-]{1,64}$/;

/** Counts calls, each once however many records there are of it, and more of them than memory may hold. */
export class Tally {
  readonly #database: Database;
  readonly #path: string;
  readonly #file: WriteStream;
  readonly #kinds = new Map<string, number>();

  constructor(database: Database) {
    this.#database = database;
    this.#path = join(database.folder, "calls.tsv");
    this.#file = createWriteStream(this.#path, { highWaterMark: 1 << 20 });
    // Whoever writes next hears of it.
    this.#file.on("error", () => {});
  }

  /** Adds a record of a call. */
  async add(id: string, at: number, metric: string, { team, rank }: Owner): Promise<void> {
    const kind = JSON.stringify([Math.floor(at / DAY) * DAY, metric, team]);
    const number = this.#kinds.get(kind) ?? this.#kinds.size;
    this.#kinds.set(kind, number);
    const plain = PLAIN_ID.test(id) ? id : nodeHash.sha256(id);
    try {
      if (this.#file.errored !== null) throw this.#file.errored;
      if (!this.#file.write(`${plain}\t${rank * RANK + number}\n`)) await once(this.#file, "drain");
    } catch (error) {
      throw explainRoom(error, this.#database.folder, 0);
    }
  }

  /** What was counted, after the last was added. */
  async counts(): Promise<Counted[]> {
    this.#file.end();
    await finished(this.#file);
    const kinds = [...this.#kinds.keys()];
    const rows = await this.#database.rows(
      `SELECT kind % ${RANK} AS kind, count(*) AS count
       FROM (SELECT min(kind) AS kind FROM read_csv(${literal(this.#path)}, delim = '\t', quote = '', escape = '',
         header = false, auto_detect = false, columns = {'id': 'VARCHAR', 'kind': 'BIGINT'}) GROUP BY id)
       GROUP BY ALL`,
    );
    return rows.map(({ kind, count }) => {
      const [day, metric, team] = JSON.parse(kinds[Number(kind)] ?? "[]");
      return { day, metric, team, count: BigInt(String(count)) };
    });
  }

  /** Lets go of what was added. */
  discard(): void {
    this.#file.destroy();
  }
}

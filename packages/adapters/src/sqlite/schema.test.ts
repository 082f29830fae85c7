import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { claim, START } from "@tagledger/core/ledger/testing/records";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { INDEXES } from "../ledger/items.ts";
import { openSqliteLedger } from "./ledger.ts";
import { MIGRATIONS, migrate } from "./schema.ts";
import { prepareStatements } from "./statements.ts";

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sqlite-"));
  path = join(folder, "ledger.sqlite");
});

afterEach(() => rmSync(folder, { recursive: true }));

const NEXT = [...MIGRATIONS, "ALTER TABLE items ADD COLUMN note TEXT NOT NULL DEFAULT 'new'"];

describe("a ledger of an older version", () => {
  test("is brought to the newest with all it holds", async () => {
    const ledger = await openSqliteLedger(path);
    await ledger.transact([claim("a")]);
    await ledger.close();

    const database = new DatabaseSync(path);
    migrate(database, path, NEXT);
    migrate(database, path, NEXT);
    expect(database.prepare("SELECT count(*) AS items, min(note) AS note FROM items").get()).toEqual({
      items: 1,
      note: "new",
    });
    expect(database.prepare("PRAGMA user_version").get()).toEqual({ user_version: NEXT.length });
    database.close();
  });

  test("stays as it is when that fails half-way", async () => {
    const ledger = await openSqliteLedger(path);
    await ledger.transact([claim("a")]);
    await ledger.close();

    const database = new DatabaseSync(path);
    expect(() => migrate(database, path, [...NEXT, "NONSENSE"])).toThrow("NONSENSE");
    database.close();

    const again = await openSqliteLedger(path);
    expect(await again.event("a", START)).not.toBeNull();
    await again.close();
  });

  test("is nothing at all when a new one fails half-way", () => {
    const database = new DatabaseSync(path);
    expect(() => migrate(database, path, [...MIGRATIONS, "NONSENSE"])).toThrow("NONSENSE");
    expect(database.prepare("SELECT * FROM sqlite_schema").all()).toEqual([]);
    migrate(database, path);
    expect(database.prepare("PRAGMA user_version").get()).toEqual({ user_version: MIGRATIONS.length });
    database.close();
  });
});

describe("the statements", () => {
  const orders = [undefined, ...INDEXES].flatMap((index) =>
    [true, false].map((descending) => ({ descending, ...(index !== undefined && { index }) })),
  );

  test.each(orders)("find and order by an index: %o", (order) => {
    const database = new DatabaseSync(path);
    migrate(database, path);
    const sql = prepareStatements(database).query(order).sourceSQL;
    const plan = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all("p", "a", "b", 1);
    expect(plan.map(({ detail }) => detail)).toEqual([
      expect.stringMatching(/^SEARCH items USING INDEX \S+ \(\w+=\? AND \w+>\? AND \w+<\?\)$/),
    ]);
    database.close();
  });
});

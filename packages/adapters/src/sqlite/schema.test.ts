import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import {
  ARN,
  claim,
  DAY,
  makeAccrual,
  makeEvent,
  makeInput,
  makeRecord,
  recorded,
  START,
} from "@tagledger/core/ledger/testing/records";
import { sampleReport } from "@tagledger/core/reports/render/testing/sample";
import type { Report } from "@tagledger/core/reports/report";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { encode } from "../ledger/codec.ts";
import { INDEXES } from "../ledger/items.ts";
import { contentPartition, historyPartition, INPUTS, PUBLISHED, WHOLE } from "../ledger/keys.ts";
import { ledgerIn } from "../ledger/ledger.ts";
import { memoryItems } from "../memory/items.ts";
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

describe("a ledger from before records said where they stand", () => {
  const NAME = "ann.unmistakable@example.com";

  test("keeps its reports, and has the rest read anew", async () => {
    const report = sampleReport();
    await old(report);

    const ledger = await openSqliteLedger(path);
    expect(await ledger.readReport(report.period, report.basis)).toEqual({ report, asOf: START });
    expect(await ledger.periods()).toHaveLength(1);
    expect(await ledger.history(ARN)).toMatchObject({ version: 0, incarnations: [], facts: [] });
    expect(await ledger.event("a", START)).toBeNull();
    expect(await ledger.inputs()).toEqual([]);
    const record = recorded({ due: START }, { accruals: [makeAccrual()] });
    expect(await ledger.transact([claim("a"), record])).toEqual({ done: true });
    expect(await ledger.due(START, 1)).toEqual(record.incarnations);
    expect(await ledger.events("2026-09-01")).toHaveLength(1);
    await ledger.close();
  });

  test("has no name left in a corner of the file", async () => {
    await old(sampleReport());
    expect(readFileSync(path, "latin1")).toContain("unmistakable");
    await (await openSqliteLedger(path)).close();
    expect(readFileSync(path, "latin1")).not.toContain("unmistakable");
  });

  /** Fills a file of the first version with a published report and three hundred resources that name someone. */
  async function old(report: Report): Promise<void> {
    const items = memoryItems();
    await ledgerIn(items).publishReport(report, START);
    const content = createHash("sha256").update(encode(report)).digest("hex");
    const published = await Promise.all(
      [PUBLISHED, contentPartition(content)].map((partition) => items.query({ partition, ...WHOLE })),
    );
    const database = new DatabaseSync(path);
    migrate(database, path, MIGRATIONS.slice(0, 1));
    database.exec("PRAGMA journal_mode = WAL");
    const insert = database.prepare(
      `INSERT INTO items (partition, sort, version, body, verdict_partition, verdict_sort)
      VALUES (?, ?, ?, ?, ?, ?)`,
    );
    for (const { partition, sort, version, body } of published.flat()) {
      insert.run(partition, sort, version, body, null, null);
    }
    insert.run("EVENT#a", "0", START + DAY, encode(makeEvent("a")), null, null);
    insert.run(INPUTS, "logs/", 1, encode(makeInput()), null, null);
    for (let index = 0; index < 300; index += 1) {
      const body = encode({ ...makeRecord(), id: `${NAME} ${"x".repeat(index * 20)}` });
      insert.run(historyPartition(ARN), `I#${index}`, 1, body, "VERDICT#compliant", `${index}`);
    }
    database.close();
  }
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

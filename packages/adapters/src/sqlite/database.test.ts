import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { claim, recorded, START } from "@tagledger/core/ledger/testing/records";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ledgerIn } from "../ledger/ledger.ts";
import { openDatabase } from "./database.ts";
import { sqliteItems } from "./items.ts";
import { openSqliteLedger, removeSqliteLedger } from "./ledger.ts";

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sqlite-"));
  path = join(folder, "ledger.sqlite");
});

afterEach(() => rmSync(folder, { recursive: true }));

const run = (file: string, sql: string) => {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
};

describe("a ledger is made", () => {
  test("in a folder that is not there yet", async () => {
    const deep = join(folder, "a/b/ledger.sqlite");
    await (await openSqliteLedger(deep)).close();
    expect(readdirSync(join(folder, "a/b"))).toEqual(["ledger.sqlite"]);
  });

  test("of an empty file, such as a process leaves that ends at the very first moment", async () => {
    writeFileSync(path, "");
    const ledger = await openSqliteLedger(path);
    expect(await ledger.transact([claim("a")])).toEqual({ done: true });
    await ledger.close();
  });

  test("anew after it was removed, whatever it was", async () => {
    const first = await openSqliteLedger(path);
    await first.transact([claim("a")]);
    await first.close();
    writeFileSync(`${path}-wal`, "left behind");
    await removeSqliteLedger(path);
    expect(readdirSync(folder)).toEqual([]);
    await removeSqliteLedger(path);

    const second = await openSqliteLedger(path);
    expect(await second.event("a", START)).toBeNull();
    await second.close();
  });
});

describe("a ledger that is removed", () => {
  test("stays as it is while somebody has it open, and goes once it is closed", async () => {
    const ledger = await openSqliteLedger(path);
    const inUse = {
      code: "outside-failure",
      message: expect.stringContaining(`the ledger ${path} is in use by another process`),
      fields: { file: path },
    };
    await expect(removeSqliteLedger(path)).rejects.toMatchObject(inUse);
    await ledger.transact([claim("a")]);
    await expect(removeSqliteLedger(path)).rejects.toMatchObject(inUse);
    expect(await ledger.event("a", START)).not.toBeNull();
    expect(await ledger.transact([claim("b")])).toEqual({ done: true });
    await ledger.close();

    const again = await openSqliteLedger(path);
    expect([await again.event("a", START), await again.event("b", START)]).not.toContain(null);
    await again.close();
    await removeSqliteLedger(path);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("goes where it is a text or damaged as well", async () => {
    writeFileSync(path, "version: 1\n".repeat(1000));
    await removeSqliteLedger(path);
    expect(readdirSync(folder)).toEqual([]);

    await (await openSqliteLedger(path)).close();
    truncateSync(path, readFileSync(path).length / 2);
    await removeSqliteLedger(path);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("what is no ledger is refused and left alone:", () => {
  test("a text", async () => {
    writeFileSync(path, "version: 1\n".repeat(1000));
    await refused("bad-input", /ledger\.sqlite is not a ledger: it is no SQLite database/);
    expect(readFileSync(path, "utf8")).toBe("version: 1\n".repeat(1000));
  });

  test("somebody else's database", async () => {
    run(path, "CREATE TABLE theirs (a)");
    const before = readFileSync(path);
    await refused("bad-input", /is a database of something else, not a ledger of Tagledger/);
    expect(readFileSync(path)).toEqual(before);
  });

  test("somebody else's empty database", async () => {
    run(path, "PRAGMA application_id = 7; PRAGMA user_version = 3");
    await refused("bad-input", /is a database of something else/);
  });

  test("a ledger of a newer version", async () => {
    await (await openSqliteLedger(path)).close();
    run(path, "PRAGMA user_version = 99");
    const before = readFileSync(path);
    await refused("bad-input", /written by a newer Tagledger \(format 99; this one knows \d+\)/);
    expect(readFileSync(path)).toEqual(before);
  });

  test("a folder", async () => {
    mkdirSync(path);
    await refused("outside-failure", /cannot be opened/);
  });

  test("what lies in a file instead of a folder", async () => {
    writeFileSync(join(folder, "file"), "");
    path = join(folder, "file/ledger.sqlite");
    await refused("outside-failure", /no ledger can be kept in/);
  });

  async function refused(code: string, message: RegExp): Promise<void> {
    await expect(openSqliteLedger(path)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
  }
});

describe("trouble names the file:", () => {
  test("a lock that somebody else holds too long", async () => {
    await (await openSqliteLedger(path)).close();
    const other = new DatabaseSync(path);
    const ledger = ledgerIn(sqliteItems(openDatabase(path, 50), path));
    other.exec("BEGIN IMMEDIATE");
    const message = `the ledger ${path} is in use by another process (SQLite: database is locked)`;
    await expect(ledger.transact([claim("a")])).rejects.toMatchObject({ code: "outside-failure", message });
    expect(await ledger.event("a", START)).toBeNull();

    other.exec("COMMIT");
    expect(await ledger.transact([claim("a")])).toEqual({ done: true });
    other.close();
    await ledger.close();
  });

  test("damage, wherever it is noticed", async () => {
    const filled = await openSqliteLedger(path);
    for (let index = 0; index < 200; index += 1) await filled.transact([recorded({ resource: `${index}` })]);
    await filled.close();
    truncateSync(path, readFileSync(path).length / 2);

    const use = async () => {
      const ledger = await openSqliteLedger(path);
      try {
        for (let index = 0; index < 200; index += 1) await ledger.history(`${index}`);
      } finally {
        await ledger.close();
      }
    };
    const message = expect.stringMatching(
      /the ledger .*ledger\.sqlite is damaged; move it away to start over/,
    );
    await expect(use()).rejects.toMatchObject({ code: "outside-failure", message });
  });
});

describe("a loop over a ledger", () => {
  test("lets timers have their turn", async () => {
    const ledger = await openSqliteLedger(path);
    let ended = false;
    setTimeout(() => {
      ended = true;
    }, 1);
    while (!ended) await ledger.event("a", START);
    await ledger.close();
  });
});

describe("a name that was forgotten", () => {
  test("is nowhere in the files", async () => {
    const NAME = "ann.unmistakable@example.com";
    const actor = {
      type: "IAMUser",
      arn: `arn:aws:iam::111122223333:user/${NAME}`,
      accountId: "111122223333",
      display: NAME,
      userName: NAME,
      roleName: null,
      roleArn: null,
      sessionName: null,
    };
    const ledger = await openSqliteLedger(path);
    for (let index = 0; index < 300; index += 1) {
      await ledger.transact([recorded({ resource: `${index}`, actor, id: "x".repeat(index * 20) })]);
    }
    expect(bytes()).toContain(NAME);

    expect(await ledger.forget({ personalBefore: START + 1, expiredBy: 0 })).toMatchObject({ personal: 300 });

    expect(bytes()).not.toContain("unmistakable");
    await ledger.close();
    expect(bytes()).not.toContain("unmistakable");
  });

  const bytes = () =>
    readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), "latin1"))
      .join();
});

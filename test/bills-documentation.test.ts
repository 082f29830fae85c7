import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileLiteral, openDatabase } from "@tagledger/adapters/duckdb/database";
import { buildProgram } from "@tagledger/cli/program";
import { afterAll, expect, test } from "vitest";
import { makeCharges } from "./bills/charge.ts";
import { RULES } from "./bills/config.ts";
import { deliverCur2 } from "./bills/deliver.ts";
import { openLaptop } from "./ingest/laptop.ts";

const PAGE = join(import.meta.dirname, "../docs/bills.md");
const text = readFileSync(PAGE, "utf8");
const folder = mkdtempSync(join(tmpdir(), "tagledger-bills-documentation-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("the page about bills leads to pages that are there", () => {
  const paths = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path = ""]) => path);
  expect(paths.length).toBeGreaterThan(0);
  expect(paths.filter((path) => !existsSync(join(dirname(PAGE), path)))).toEqual([]);
});

test("the page about bills names commands and options that there are, and all options of its own commands", () => {
  const commands = new Map(buildProgram().commands.map((command) => [command.name(), command]));
  const lines = [...text.matchAll(/^tagledger ([a-z-]+)(.*)$/gm)];
  expect(lines.length).toBeGreaterThan(6);
  for (const [line, name = "", rest = ""] of lines) {
    const options = commands.get(name)?.options.map(({ long }) => long) ?? expect.fail(`no command: ${line}`);
    expect(options, line).toEqual(expect.arrayContaining(rest.match(/--[a-z-]+/g) ?? []));
  }
  const ours = ["ingest", "versions", "diff", "close", "reopen", "export-definition", "activate"];
  const named = ours.flatMap((name) => commands.get(name)?.options.map(({ long }) => long ?? "") ?? []);
  const obvious = ["--out", "--format", "--name", "--prefix", "--tags", "--yes", "--by"];
  expect([...new Set(named)].filter((option) => !obvious.includes(option) && !text.includes(option))).toEqual(
    [],
  );
});

test("the columns of cells are those that the page lists", async () => {
  writeFileSync(join(folder, "tagledger.yaml"), RULES);
  const laptop = await openLaptop(folder);
  const [taken] = await laptop.take(await deliverCur2(folder, makeCharges(50)));
  await laptop.close();
  const place = taken?.version.contents?.cells ?? expect.fail("nothing was kept");
  const [file = ""] = readdirSync(place).filter((name) => name.endsWith(".parquet"));
  const database = await openDatabase();
  const rows = await database.rows(`DESCRIBE SELECT * FROM ${fileLiteral(join(place, file))}`);
  await database.close();
  const [, cells = ""] = text.split("## Cells");
  const listed = [...cells.matchAll(/^\| (`.*?) \|/gm)].flatMap(
    ([, names = ""]) => names.match(/\w+/g) ?? [],
  );
  const columns = rows.map(({ column_name: name }) => String(name));
  const ofSeveral = /^(tag|dated|positive)_(?!0$|effective$)/;
  // Not every bill holds all bases, and not every ledger knows tags.
  const optional = ["dated_0", "list"];
  expect(columns.filter((name) => !ofSeveral.test(name)).sort()).toEqual(
    listed.filter((name) => !optional.includes(name) || columns.includes(name)).sort(),
  );
});

import { badInput } from "@tagledger/core/errors";
import type { ChargeTable } from "./charges.ts";
import { type Database, literal, sqlFile } from "./database.ts";

/** How many lines are compared at most; of larger bills a sample by hash, which is the same in every file. */
const COMPARED_LINES = 1_000_000;

/**
 * Refuses files that hold the same charges, so that nothing counts twice: lines with the same id and interval, files
 * much of which stands in another too, and bills of one account and month in two exports.
 *
 * @throws bad-input naming both files
 */
export async function refuseOverlap(database: Database, charges: readonly ChargeTable[]): Promise<void> {
  if (charges.length < 2) return;
  const lines = charges.reduce((total, { table }) => total + table.rows, 0);
  await database.run(sqlFile("overlap-tables.sql"));
  await database.run(`SET VARIABLE sample = ${Math.ceil(lines / COMPARED_LINES)}`);
  const layouts = new Set(charges.map(({ table }) => table.layout));
  const statements = [
    ...statementsOf("overlap-lines.sql"),
    ...(layouts.size > 1 ? statementsOf("overlap-months.sql") : []),
  ];
  for (const [index, { view, table }] of charges.entries()) {
    await database.run(`SET VARIABLE file = ${index}`);
    await database.run(`SET VARIABLE layout = ${literal(table.layout)}`);
    for (const statement of statements) await database.run(statement.replace("FROM charges", `FROM ${view}`));
  }
  const [found] = await database.rows(sqlFile("overlap-find.sql"));
  await database.run("DROP TABLE line_ids; DROP TABLE line_contents; DROP TABLE account_months");
  if (found === undefined) return;
  const [first, second] = [
    charges[Number(found.first)]?.table.path,
    charges[Number(found.second)]?.table.path,
  ];
  throw badInput(`${first} and ${second} hold the same charges (${found.why}); give only one of them`, {
    files: [first ?? "", second ?? ""],
  });
}

function statementsOf(file: string): string[] {
  return sqlFile(file)
    .split(";")
    .filter((statement) => statement.trim() !== "");
}

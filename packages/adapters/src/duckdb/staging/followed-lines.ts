import type { KindFacts } from "@tagledger/core/costs/attribution/kind";
import type { ChargeNeeds } from "@tagledger/core/costs/query";
import { rawTexts, textOf } from "../columns.ts";
import { type Database, literal } from "../database.ts";
import { sameColumns } from "./column-facts.ts";
import { fromSlice, groupedLines } from "./grouped-lines.ts";
import type { Month } from "./line-filter.ts";
import type { OpenPart } from "./part.ts";
import type { Parts } from "./parts.ts";
import { isLineType } from "./raw-keys.ts";

const NOTHING: ChargeNeeds = { facts: new Set(), tagKeys: [], instants: [] };

/**
 * Collects in the table `followed_resources` the resources that charges of these kinds name.
 *
 * @returns how many there are
 */
export async function collectFollowed(
  database: Database,
  parts: Parts,
  kinds: readonly KindFacts[],
  month: Month,
): Promise<number> {
  await database.run("CREATE OR REPLACE TABLE followed_resources (resource VARCHAR)");
  if (kinds.length === 0) return 0;
  const values = kinds.map(
    ({ lineItemType, unusedCommitment, service, serviceName }) =>
      `(${literal(lineItemType)}, ${unusedCommitment}, ${literal(service)}, ${literal(serviceName)})`,
  );
  await database.run(
    `CREATE OR REPLACE TABLE follower_kinds AS
     SELECT * FROM (VALUES ${values.join(", ")}) AS kinds (line_item_type, unused_commitment, service, service_name)`,
  );
  const types = new Set(kinds.map(({ lineItemType }) => lineItemType));
  for (const alike of await partsOfTypes(parts, types)) {
    if (!(await nameResources(database, alike, types))) continue;
    for (const part of alike) {
      const where = conditionsOf(part, types);
      const lines = groupedLines(
        { parts: [part] },
        { month, needs: NOTHING, bases: [], byResource: true, where },
      );
      await database.run(
        `INSERT INTO followed_resources
         SELECT DISTINCT resource_end(resource) FROM (${lines})
         SEMI JOIN follower_kinds USING (line_item_type, unused_commitment, service, service_name)
         WHERE resource <> ''`,
      );
    }
  }
  await database.run(
    "CREATE OR REPLACE TABLE followed_resources AS SELECT DISTINCT resource FROM followed_resources",
  );
  const [found] = await database.rows("SELECT count(*) AS resources FROM followed_resources");
  return Number(found?.resources ?? 0);
}

type AlikeParts = [OpenPart, ...OpenPart[]];

/** The parts that hold lines of some types; those with the same columns together, as far as one comes after the other. */
async function partsOfTypes(parts: Parts, types: ReadonlySet<string>): Promise<AlikeParts[]> {
  const found: AlikeParts[] = [];
  for (let index = 0; index < parts.count; index++) {
    const part = await parts.open(index);
    if (![...part.types].some((type) => types.has(type))) continue;
    const last = found.at(-1);
    if (last !== undefined && sameColumns(last[0].table, part.table)) last.push(part);
    else found.push([part]);
  }
  return found;
}

/** Whether any line of these types names a resource: in most bills none does, and this reads two columns of them. */
async function nameResources(
  database: Database,
  parts: AlikeParts,
  types: ReadonlySet<string>,
): Promise<boolean> {
  const found = await database.rows(
    `SELECT 1 FROM ${fromSlice({ parts })} WHERE ${conditionsOf(parts[0], types).join(" AND ")} LIMIT 1`,
  );
  return found.length > 0;
}

function conditionsOf(part: OpenPart, types: ReadonlySet<string>): string[] {
  return [isOfTypes(part, types), ...namesResource(part)];
}

/** The condition that a line is on a resource that was collected. */
export function isFollowed(part: OpenPart): string {
  const resource = resourceOf(part);
  return `${resource} <> '' AND resource_end(${resource}) IN (SELECT resource FROM followed_resources)`;
}

/** The resource of a line, as text. */
export function resourceOf({ table }: OpenPart): string {
  const source = table.format.texts.find(({ name }) => name === "resource");
  return textOf(source === undefined ? [] : rawTexts(table, source));
}

/** What leaves out lines that name no resource, where a filter on the column itself can. */
function namesResource({ table }: OpenPart): string[] {
  const source = table.format.texts.find(({ name }) => name === "resource");
  const [raw, ...others] = source === undefined ? [] : rawTexts(table, source);
  return raw?.type === "VARCHAR" && others.length === 0 ? [`${raw.sql} <> ''`] : [];
}

function isOfTypes({ table }: OpenPart, types: ReadonlySet<string>): string {
  const source = table.format.texts.find(isLineType);
  const [raw, ...others] = source === undefined ? [] : rawTexts(table, source);
  // What no text stands for needs no reading; a filter on the column itself skips most of a file.
  const type =
    raw?.type === "VARCHAR" && others.length === 0 && !types.has("") ? raw.sql : textOf(raw ? [raw] : []);
  return `${type} IN (${[...types].map(literal).join(", ")})`;
}

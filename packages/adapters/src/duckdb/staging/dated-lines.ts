import type { DatedResource } from "@tagledger/core/bills/dated";
import { canonicalResource, type ResourcePlace, resourceEnd } from "@tagledger/core/costs/matching/resource";
import { fromTable } from "../bill-table.ts";
import { type RawValue, rawTexts, textOf } from "../columns.ts";
import { type Database, literal } from "../database.ts";
import type { Grouping } from "./grouped-lines.ts";
import type { OpenPart, Slice } from "./part.ts";
import { timesOf, timestampLiteral } from "./times.ts";

/** Rows that are written as one statement. */
const TOGETHER = 500;

/** The resources of a ledger, whose tags at each time are joined to the lines of a bill. */
export class DatedLines {
  readonly #database: Database;
  readonly #known: ReadonlyMap<string, DatedResource>;
  readonly #columns: readonly string[];
  readonly #matched = new Set<number>();
  #created = false;

  constructor(database: Database, dated: readonly DatedResource[], keys: number) {
    this.#database = database;
    this.#known = byIdentity(dated);
    this.#columns = Array.from({ length: keys }, (_, key) => `dated_${key}`);
  }

  /** What gives the lines of a slice what the ledger says they were tagged with. */
  async join({ parts }: Slice): Promise<NonNullable<Grouping["joined"]>> {
    await this.#create();
    for (const part of parts) {
      if (!this.#matched.has(part.index)) await this.#match(part);
      this.#matched.add(part.index);
    }
    const [resource, service, account, region] = placeOf(parts[0]);
    const { usage } = timesOf({ table: parts[0].table, parts });
    return {
      sql: `LEFT JOIN dated_states ON dated_resource = ${resource} AND dated_service = ${service}
        AND dated_account = ${account} AND dated_region = ${region}
        AND ${usage} >= dated_since AND ${usage} < dated_until`,
      columns: this.#columns,
    };
  }

  async #create(): Promise<void> {
    if (this.#created) return;
    this.#created = true;
    const tags = this.#columns.map((name) => `, ${name} VARCHAR`).join("");
    await this.#database.run(`
      CREATE TABLE dated_ends (ending VARCHAR);
      CREATE TABLE dated_states (
        dated_resource VARCHAR, dated_service VARCHAR, dated_account VARCHAR, dated_region VARCHAR,
        dated_since TIMESTAMP, dated_until TIMESTAMP ${tags}
      )`);
    const ends = new Set([...this.#known.values()].map(({ arn, id }) => resourceEnd(arn ?? id)));
    await this.#insert(
      "dated_ends",
      [...ends].map((end) => `(${literal(end)})`),
    );
  }

  /** Matches by how resources end, and then exactly. */
  async #match(part: OpenPart): Promise<void> {
    const [resource, service, account, region] = placeOf(part);
    const rows = await this.#database.rows(
      `SELECT DISTINCT resource, service, account, region
       FROM (SELECT ${resource} AS resource, ${service} AS service, ${account} AS account, ${region} AS region
             FROM ${fromTable(part.table)})
       ANTI JOIN dated_states ON resource = dated_resource AND service = dated_service
         AND account = dated_account AND region = dated_region
       WHERE resource <> '' AND resource_end(resource) IN (SELECT ending FROM dated_ends)`,
    );
    const states = rows.flatMap((row) => {
      const place = {
        resource: String(row.resource),
        service: String(row.service),
        account: String(row.account),
        region: String(row.region),
      };
      return statesOf(place, this.#known.get(canonicalResource(place)), this.#columns.length);
    });
    await this.#insert("dated_states", states);
  }

  async #insert(table: string, rows: readonly string[]): Promise<void> {
    for (let at = 0; at < rows.length; at += TOGETHER) {
      await this.#database.run(`INSERT INTO ${table} VALUES ${rows.slice(at, at + TOGETHER).join(", ")}`);
    }
  }
}

function statesOf(place: ResourcePlace, found: DatedResource | undefined, keys: number): string[] {
  const texts = [place.resource, place.service, place.account, place.region].map(literal);
  return (found?.states ?? []).map(({ since, values }, index, all) => {
    const from = index === 0 ? "'-infinity'" : timestampLiteral(since);
    const next = all[index + 1];
    const until = next === undefined ? "'infinity'" : timestampLiteral(next.since);
    const tags = Array.from({ length: keys }, (_, key) => literal(values[key] ?? ""));
    return `(${[...texts, from, until, ...tags].join(", ")})`;
  });
}

/** The resource of a line and where it is, as canonical charges tell them. */
function placeOf({ table }: OpenPart): [string, string, string, string] {
  const first = (...names: readonly string[]) => {
    const values = names.flatMap((name): RawValue[] => {
      const source = table.format.texts.find((each) => each.name === name);
      if (source === undefined) return [];
      return [{ sql: textOf(rawTexts(table, source), source.digits), type: "VARCHAR" }];
    });
    return textOf(values);
  };
  const has = (name: string) => table.format.texts.some((each) => each.name === name);
  return [
    first("resource"),
    has("service") ? first("service") : first("service_code", "service_name"),
    first("account"),
    has("region") ? first("region") : first("region_code", "region_name"),
  ];
}

function byIdentity(dated: readonly DatedResource[]): ReadonlyMap<string, DatedResource> {
  return new Map(
    dated.map((each) => {
      const { arn, id, type, account, region } = each;
      const service = type.startsWith("s3:") ? "AmazonS3" : "";
      const place = { resource: id, service, account: account ?? "", region: region ?? "" };
      return [arn ?? canonicalResource(place), each] as const;
    }),
  );
}

import { type ChargeNeeds, OPTIONAL_FACTS, type OptionalFact } from "@tagledger/core/costs/query";
import { type BillFormat, isNamed } from "../../bills/format.ts";
import { tagSources } from "../../bills/tag-sources.ts";
import type { BillTable, TableColumn } from "../bill-table.ts";
import { columnFor } from "../columns.ts";

/** The texts of bills that tell an optional fact. */
const TEXTS_OF: Readonly<Record<OptionalFact, readonly string[]>> = {
  // Accounts and services are told in every cell, and which resources are followed is not known beforehand.
  account: [],
  service: [],
  resource: [],
  region: ["region", "region_code", "region_name"],
  usageType: ["usage_type"],
  principal: ["principal"],
};

/** The texts of bills that nobody asks for. */
export function unasked({ facts }: ChargeNeeds): ReadonlySet<string> {
  return new Set(OPTIONAL_FACTS.filter((fact) => !facts.has(fact)).flatMap((fact) => TEXTS_OF[fact]));
}

/** What columns are chosen by. */
export interface Choice {
  readonly needs: ChargeNeeds;
  /** Whether it matters where each resource is. */
  readonly places: boolean;
  /** Whether lines without ids are compared with each other. */
  readonly compared: boolean;
}

/** The columns of a bill that cells are made from. */
export function neededColumns(
  format: BillFormat,
  names: readonly string[],
  { needs, places, compared }: Choice,
): string[] {
  const columns = names.map((name): TableColumn => ({ name, sql: "", type: "" }));
  const table: Pick<BillTable, "columns" | "format"> = { columns, format };
  const left = places ? new Set<string>() : unasked(needs);
  const texts = format.texts
    .filter(({ name }) => !left.has(name) && (compared || name !== "sku"))
    .flatMap(({ from, orIn }) => {
      const column = columnFor(table, from) ?? (orIn && columnFor(table, [orIn.map]));
      return column === undefined ? [] : [column.name];
    });
  const times = format.times.flatMap(({ from }) => columnFor(table, from)?.name ?? []);
  const amounts = format.amounts.flatMap(({ from }) => from);
  const tags = new Set(
    tagSources(
      needs.tagKeys,
      names.filter((name) => format.tagColumns.test(name)).map((name) => name.replace(format.tagColumns, "")),
    ).flat(),
  );
  const chosen = new Set([...texts, ...times]);
  const isTag = (name: string) =>
    format.tagColumns.test(name)
      ? tags.has(name.replace(format.tagColumns, ""))
      : needs.tagKeys.length > 0 && isNamed(name, format.tagMaps);
  const isAmount = (name: string) => !format.tagColumns.test(name) && isNamed(name, amounts);
  return names.filter((name) => chosen.has(name) || isTag(name) || isAmount(name));
}

import { comparableTagKey } from "@tagledger/core/config/reading/tag-key";
import type { ChargeNeeds, OptionalFact } from "@tagledger/core/costs/query";
import type { ExportColumn, ExportSettings } from "@tagledger/core/policy/export-definition/definition";
import { cur } from "./cur.ts";
import { exportedKey } from "./exported-key.ts";
import type { ColumnSource } from "./format.ts";

/**
 * How an export holds tags: each key that is asked for as a column, all keys in a map with letters and digits alone, or
 * all tags of whatever kind in a map that keeps keys as they are.
 */
export const TAG_FORMS = ["flat", "resource_tags", "tags"] as const;

/** How an export holds tags. */
export type TagForm = (typeof TAG_FORMS)[number];

/** Columns of reports that CUR 2.0 does not have, or only with settings that are off. */
const ABSENT: ReadonlySet<string> = new Set([
  "product_region",
  "product_product_name",
  "product_servicename",
  "split_line_item_parent_resource_id",
]);

/** Columns whose name has other parts in CUR 2.0; names must be exact there. */
const SPELT: Readonly<Record<string, string>> = {
  reservation_reservation_arn: "reservation_reservation_a_r_n",
};

/** Canonical columns that only some configurations look at. */
const FACTS: Readonly<Record<string, OptionalFact>> = {
  region_code: "region",
  region_name: "region",
  service_name: "service",
  usage_type: "usageType",
  principal: "principal",
};

/**
 * The columns of CUR 2.0 that are read of a bill, whatever the basis, and no others.
 *
 * @example exportedColumns(exportNeeds(config), settings, "flat")[0] // { select: "identity_line_item_id" }
 */
export function exportedColumns(
  { facts, tagKeys }: ChargeNeeds,
  { resources }: ExportSettings,
  tags: TagForm,
): readonly ExportColumn[] {
  const isRead = ({ name }: ColumnSource) => {
    const fact = FACTS[name];
    return name === "resource" ? resources : fact === undefined || facts.has(fact);
  };
  const sources = [...cur.texts, ...cur.times, ...cur.amounts].filter(isRead);
  return [...sources.flatMap(columnOf), ...(tags === "flat" ? tagKeys.map(tagColumn) : [{ select: tags }])];
}

function columnOf({ from, orIn }: ColumnSource): ExportColumn[] {
  const [name] = from.filter((each) => !ABSENT.has(each));
  if (name !== undefined) return [{ select: SPELT[name] ?? name }];
  const [key] = orIn?.keys ?? [];
  const [as] = from;
  return orIn === undefined || key === undefined || as === undefined
    ? []
    : [{ select: `${orIn.map}.${key}`, as }];
}

/** The alias keeps the key as it is compared, however the map spells it. */
function tagColumn(key: string): ExportColumn {
  const alias = comparableTagKey(key).replace(/[^A-Za-z0-9]/g, "_");
  return {
    select: `resource_tags.${exportedKey(key)}`,
    as: `resource_tags_${key.startsWith("aws:") ? "" : "user_"}${alias}`,
  };
}

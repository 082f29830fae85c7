import type { Basis } from "@tagledger/core/costs/charge";
import type { ChargeNeeds } from "@tagledger/core/costs/query";

/** The facts of a cell that every line tells, in their order. */
const FACTS = [
  "account",
  "region",
  "service",
  "service_name",
  "usage_type",
  "line_item_type",
  "unused_commitment",
  "commitment",
  "resource",
  "principal",
  "invoice",
  "issuer",
  "epoch",
  "followed",
];

/** What is added up in partial cells: the bases, and effective cost net of discounts. */
export const SUMS = ["billed", "effective", "net_effective", "contracted", "list"] as const;

/** The tag columns of cells: as the bill has the tags, and as the ledger dated them. */
export function tagFacts({ tagKeys }: Pick<ChargeNeeds, "tagKeys">, dated: boolean): string[] {
  const names = (prefix: string) => tagKeys.map((_, index) => `${prefix}_${index}`);
  return [...names("tag"), ...(dated ? names("dated") : [])];
}

/** All facts of a cell, which with the day tell it from others. */
export function cellFacts(needs: Pick<ChargeNeeds, "tagKeys">, dated: boolean): string[] {
  return [...FACTS, ...tagFacts(needs, dated)];
}

/** The columns of cells that hold amounts on the bases. */
export function amountColumns(bases: readonly Basis[]): string[] {
  return bases.flatMap((basis) => [basis, `positive_${basis}`]);
}

/**
 * Partial cells of grouped lines. A group's lines are all above zero or all not, on each basis.
 *
 * @param grouped the query of `groupedLines`
 */
export function partialCells(grouped: string, needs: ChargeNeeds, dated: boolean): string {
  const facts = cellFacts(needs, dated);
  const spread = facts.filter(
    (fact) => fact !== "followed" && (fact !== "resource" || needs.facts.has("resource")),
  );
  return `
    SELECT
      payer, currency, has_net,
      ${facts.join(", ")},
      group_day AS day,
      group_lines AS lines,
      ${SUMS.join(", ")},
      hash(${spread.join(", ")}) AS spread
    FROM (SELECT *, group_epoch AS epoch, FALSE AS followed FROM (${grouped}))`;
}

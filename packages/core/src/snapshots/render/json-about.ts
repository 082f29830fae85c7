import { formatAmount } from "../../costs/money.ts";
import type { Snapshot } from "../snapshot.ts";
import type { TeamChange } from "../team-changes.ts";
import { exactFraction } from "./figures.ts";

/** Of which snapshot something is told, in JSON. */
export function jsonAbout({
  id,
  period,
  currency,
  basis,
  at,
  bills,
}: Pick<Snapshot, "id" | "period" | "basis" | "at" | "bills"> & { readonly currency: string | null }) {
  return {
    snapshot: id,
    at: new Date(at).toISOString(),
    period,
    currency,
    basis,
    bills: bills.map(({ export: name, version, sequence, deliveredAt }) => ({
      export: name,
      version,
      sequence,
      deliveredAt: new Date(deliveredAt).toISOString(),
    })),
  };
}

/** What a team would bear instead, in JSON. */
export function jsonChange({ team, before, after, difference, exact }: TeamChange) {
  return {
    team,
    before: formatAmount(before),
    after: formatAmount(after),
    difference: formatAmount(difference),
    exact: exactFraction(exact),
  };
}

import { holderKey } from "../bills/holder.ts";
import type { Amount } from "../costs/money.ts";
import type { Report } from "../reports/report.ts";
import type { DetailHolder } from "./detail.ts";

/** What a holder's money of a month comes to. */
export interface HolderTotal {
  readonly holder: DetailHolder;
  readonly amount: Amount;
}

/** What each holder comes to by a report, by the key of the holder. */
export function holderTotals({ leaves, totals }: Report): Map<string, HolderTotal> {
  const all = new Map<string, HolderTotal>();
  const add = (holder: DetailHolder, amount: Amount) => {
    const key = holderKey(holder);
    all.set(key, { holder, amount: (all.get(key)?.amount ?? 0n) + amount });
  };
  for (const { leaf, direct, shared } of leaves)
    add(leaf.team === null ? { kind: "unallocated" } : { kind: "team", name: leaf.team }, direct + shared);
  add({ kind: "unallocated" }, totals.unallocated);
  add({ kind: "excluded" }, totals.excluded);
  return all;
}

import { type Amount, sum } from "../costs/money.ts";
import type { Cause, CauseKind, ChargeKind, Difference, HolderChange } from "./change.ts";
import type { Holder } from "./day.ts";
import { type Delta, type DeltaPart, movedAndRestated } from "./moved.ts";
import type { BillSums, KindSums } from "./placed-sums.ts";

/** Says for whom two versions of a bill differ, by how much exactly, and why. */
export function difference(before: BillSums, after: BillSums, currency: string): Difference {
  const holders = new Map([...before.holders, ...after.holders]);
  const holderOf = (key: string | null): Holder | null => (key === null ? null : (holders.get(key) ?? null));
  const causes = new Map<string, Cause[]>();
  for (const key of new Set([...before.kinds.keys(), ...after.kinds.keys()])) {
    const [old, now] = [before.kinds.get(key), after.kinds.get(key)];
    for (const { key: holder, kind, other, amount } of partsOf(old, now, currency)) {
      const cause: Cause = { kind, ...kindOf(now ?? old), other: holderOf(other), amount };
      causes.set(holder, [...(causes.get(holder) ?? []), cause]);
    }
  }
  const [was, is] = [totalsOf(before), totalsOf(after)];
  const changes = [...causes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, all]): HolderChange[] => {
      const holder = holders.get(key);
      if (holder === undefined) return [];
      const [from, to] = [was.get(key) ?? 0n, is.get(key) ?? 0n];
      return [{ holder, before: from, after: to, delta: to - from, causes: all.sort(largestFirst) }];
    });
  const [whole, now] = [sum(was.values()), sum(is.values())];
  return { before: whole, after: now, delta: now - whole, changes };
}

type Part = Omit<DeltaPart, "isMoved"> & { readonly kind: CauseKind };

function partsOf(old: KindSums | undefined, now: KindSums | undefined, currency: string): Part[] {
  const deltas = deltasOf(old, now);
  if (old === undefined) return deltas.map((delta) => ({ ...delta, kind: "added", other: null }));
  if (now === undefined) return deltas.map((delta) => ({ ...delta, kind: "removed", other: null }));
  return movedAndRestated(deltas, currency).map(({ isMoved, ...part }) => {
    return { ...part, kind: isMoved ? "retagged" : "restated" };
  });
}

/** What holders have more or less of one kind of charge, ordered by key. */
function deltasOf(old: KindSums | undefined, now: KindSums | undefined): Delta[] {
  const keys = new Set([...(old?.byHolder.keys() ?? []), ...(now?.byHolder.keys() ?? [])]);
  return [...keys]
    .sort()
    .map((key) => ({ key, amount: (now?.byHolder.get(key) ?? 0n) - (old?.byHolder.get(key) ?? 0n) }))
    .filter(({ amount }) => amount !== 0n);
}

function kindOf(sums: KindSums | undefined): ChargeKind {
  const { account = "", service = "", lineItemType = "" } = sums ?? {};
  return { account, service, lineItemType };
}

function totalsOf({ kinds }: BillSums): Map<string, Amount> {
  const totals = new Map<string, Amount>();
  for (const { byHolder } of kinds.values()) {
    for (const [key, amount] of byHolder) totals.set(key, (totals.get(key) ?? 0n) + amount);
  }
  return totals;
}

function largestFirst(a: Cause, b: Cause): number {
  const [left, right] = [magnitude(a.amount), magnitude(b.amount)];
  if (left !== right) return left > right ? -1 : 1;
  return text(a) < text(b) ? -1 : 1;
}

function text({ service, account, lineItemType, kind, other }: Cause): string {
  return JSON.stringify([service, account, lineItemType, kind, other]);
}

function magnitude(amount: Amount): Amount {
  return amount < 0n ? -amount : amount;
}

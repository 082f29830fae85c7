import { type Amount, sum } from "../../costs/money.ts";
import type { LeafAmount } from "../report.ts";

/** Something of a team that costs more or less than a month before. */
export interface Mover {
  readonly project: string | null;
  readonly workload: string | null;
  readonly experiment: string | null;
  readonly before: Amount;
  readonly after: Amount;
  readonly difference: Amount;
}

/** What changed most, by how much it changed, with shared fees; what stayed the same is left out. */
export function moversOf(before: readonly LeafAmount[], after: readonly LeafAmount[], most: number): Mover[] {
  const byKey = new Map<string, Omit<Mover, "difference">>();
  const count = (leaves: readonly LeafAmount[], month: "before" | "after") => {
    for (const { leaf, direct, shared } of leaves) {
      const { project, workload, experiment } = leaf;
      const key = JSON.stringify([project, workload, experiment]);
      const known = byKey.get(key) ?? { project, workload, experiment, before: 0n, after: 0n };
      byKey.set(key, { ...known, [month]: sum([known[month], direct, shared]) });
    }
  };
  count(before, "before");
  count(after, "after");
  return [...byKey]
    .map(([key, each]) => ({ key, mover: { ...each, difference: each.after - each.before } }))
    .filter(({ mover }) => mover.difference !== 0n)
    .sort((a, b) => bySize(a.mover, b.mover) || (a.key < b.key ? -1 : 1))
    .slice(0, most)
    .map(({ mover }) => mover);
}

function bySize(a: Mover, b: Mover): number {
  const [left, right] = [a, b].map(({ difference }) => (difference < 0n ? -difference : difference));
  if (left === undefined || right === undefined || left === right) return 0;
  return left > right ? -1 : 1;
}

import type { DayCell, Holder, HolderDay } from "@tagledger/core/bills/day";

/** A day of a holder with one cell for each of some amounts in hundredths. */
export function makeDay(holder: Holder, day: number, ...amounts: readonly number[]): HolderDay {
  const cells = amounts.map((hundredths, index): DayCell => {
    const team = holder.kind === "team" ? holder.name : null;
    return {
      leaf: { team, project: `project-${index}`, workload: null, environment: "dev", experiment: null },
      service: "AmazonEC2",
      account: "111122223333",
      lines: index + 1,
      amount: BigInt(hundredths) * 10n ** 22n,
    };
  });
  const effective = cells.reduce((sum, { amount }) => sum + amount, 0n);
  return { holder, day, cells, totals: { effective, billed: effective + 1n } };
}

/** A day that no single item holds, because nothing can compress its amounts. */
export function largeDay(holder: Holder, day: number, seed: number): HolderDay {
  const mixed = (row: number) => {
    const first = Math.imul(row + seed * 0x10001, 0x9e3779b1);
    const second = Math.imul(first ^ (first >>> 15), 0x2c1b3c6d);
    return (second ^ (second >>> 13)) >>> 0;
  };
  return makeDay(holder, day, ...Array.from({ length: 120_000 }, (_, row) => mixed(row)));
}

/** Days as something that gives one after another. */
export async function* streamed(days: readonly HolderDay[]): AsyncGenerator<HolderDay> {
  yield* days;
}

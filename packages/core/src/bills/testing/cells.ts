import type { Config } from "../../config/definition.ts";
import type { ChargeGroup } from "../../costs/charge.ts";
import { chargesOf, type Line } from "../../costs/testing/attribution.ts";
import type { PlacedCombinations, PlacedDay } from "../placed.ts";

/** One line of a bill in tests, with the day of the month on which it began; 0 for another month. */
export interface DayLine extends Line {
  readonly day?: number;
}

type Basis = "effective" | "billed";

/** The cells of a bill, as an engine hands them over. */
export interface TestCells {
  readonly combinations: number;
  days(placed: PlacedCombinations): AsyncIterable<readonly PlacedDay[]>;
  groups(basis: Basis): ChargeGroup[];
}

/** Groups lines as an engine does, each combination of facts with a number. */
export function cellsOf(config: Config, lines: readonly DayLine[]): TestCells {
  const days = lines.map(({ day = 0 }) => day);
  const charges = chargesOf(
    config,
    lines.map(({ day: _, ...line }) => line),
  );
  const numbers = new Map<string, number>();
  const numbered = charges.map((charge) => {
    const { lines: _, amount, positive, billed, ...facts } = charge;
    const key = JSON.stringify(facts);
    const combination = numbers.get(key) ?? numbers.size;
    numbers.set(key, combination);
    return { ...charge, combination };
  });
  return {
    combinations: numbers.size,
    groups: (basis) =>
      numbered.map((group) => {
        const amount = basis === "effective" ? group.amount : group.billed;
        return { ...group, amount, positive: amount > 0n ? amount : 0n };
      }),
    async *days(placed) {
      const rows = numbered
        .map((group, index) => rowOf(group, days[index] ?? 0, placed))
        .sort((a, b) => a.destination - b.destination || a.day - b.day);
      for (let at = 0; at < rows.length; at += 3) yield rows.slice(at, at + 3);
    },
  };
}

function rowOf(
  { combination, service, account, lines, amount, billed }: ChargeGroup & { readonly combination: number },
  day: number,
  placed: PlacedCombinations,
): PlacedDay {
  const destination = placed[combination] ?? -1;
  return { destination, day, service, account, lines, amounts: { effective: amount, billed } };
}

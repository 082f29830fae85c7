import { InvalidPattern } from "./invalid.ts";

const MOST = 5_000_000_000;
const COMPARE: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  "=": (value, bound) => value === bound,
  "<": (value, bound) => value < bound,
  "<=": (value, bound) => value <= bound,
  ">": (value, bound) => value > bound,
  ">=": (value, bound) => value >= bound,
};

/**
 * Tells which numbers a comparison, or a lower and then an upper bound, matches.
 *
 * @example numeric([">", 0, "<=", 5])(5) // true
 * @throws InvalidPattern where it is neither
 */
export function numeric(operand: unknown): (value: number) => boolean {
  if (!Array.isArray(operand)) throw invalid(operand);
  const [first, low, second, high] = operand;
  if (operand.length === 2) return compare(first, low);
  const isRange = operand.length === 4 && /^>=?$/.test(first) && /^<=?$/.test(second) && low < high;
  if (!isRange) throw invalid(operand);
  const [above, below] = [compare(first, low), compare(second, high)];
  return (value) => above(value) && below(value);
}

function compare(operator: unknown, bound: unknown): (value: number) => boolean {
  const holds = typeof operator === "string" ? COMPARE[operator] : undefined;
  if (holds === undefined || typeof bound !== "number" || Math.abs(bound) > MOST) {
    throw invalid([operator, bound]);
  }
  return (value) => holds(value, bound);
}

function invalid(operand: unknown): InvalidPattern {
  return new InvalidPattern(`numeric does not take ${JSON.stringify(operand)}`);
}

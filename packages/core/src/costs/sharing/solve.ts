import { add, divide, multiply, ONE, type Rational, subtract, ZERO } from "../rational.ts";
import { components } from "./graph.ts";

/** For each pool the fraction of its money that it hands to each other pool. */
export type Transfers = ReadonlyMap<string, ReadonlyMap<string, Rational>>;

/** For each pool the fraction of its money that comes to stand in each pool, itself included, over all paths. */
export type Flows = ReadonlyMap<string, ReadonlyMap<string, Rational>>;

/**
 * Follows the money of pools through each other, loops included: solves (I - T) F = I exactly, component by
 * component, so that pools without loops cost no elimination. Transfers to pools that are no keys end there.
 *
 * @throws RangeError when a closed group of pools hands on everything among itself
 */
export function follow(transfers: Transfers): Flows {
  const flows = new Map<string, Map<string, Rational>>();
  const graph = new Map([...transfers].map(([pool, to]) => [pool, to.keys()]));
  for (const members of components(graph)) {
    const inside = new Set(members);
    const constants = members.map((pool) => {
      const row = new Map([[pool, ONE]]);
      for (const [to, fraction] of transfers.get(pool) ?? []) {
        if (!inside.has(to)) addScaled(row, fraction, flows.get(to) ?? new Map());
      }
      return row;
    });
    const coefficients = members.map((pool, row) =>
      members.map((to, column) =>
        subtract(row === column ? ONE : ZERO, transfers.get(pool)?.get(to) ?? ZERO),
      ),
    );
    eliminate(coefficients, constants);
    for (const [index, pool] of members.entries()) flows.set(pool, constants[index] ?? new Map());
  }
  return flows;
}

/** Gauss-Jordan elimination in exact fractions; turns the constants into the solution. */
function eliminate(matrix: Rational[][], constants: Map<string, Rational>[]): void {
  for (let pivot = 0; pivot < matrix.length; pivot++) {
    const found = matrix.findIndex((row, index) => index >= pivot && row[pivot]?.n !== 0n);
    if (found < 0) throw new RangeError("pools hand on everything among themselves");
    swap(matrix, pivot, found);
    swap(constants, pivot, found);
    const head = matrix[pivot]?.[pivot] ?? ONE;
    const row = (matrix[pivot] ?? []).map((value) => divide(value, head));
    const constant = scaled(constants[pivot] ?? new Map(), divide(ONE, head));
    matrix[pivot] = row;
    constants[pivot] = constant;
    for (const [index, other] of matrix.entries()) {
      const factor = other[pivot] ?? ZERO;
      if (index === pivot || factor.n === 0n) continue;
      matrix[index] = other.map((value, column) => subtract(value, multiply(factor, row[column] ?? ZERO)));
      addScaled(constants[index] ?? new Map(), { n: -factor.n, d: factor.d }, constant);
    }
  }
}

function addScaled(
  target: Map<string, Rational>,
  factor: Rational,
  row: ReadonlyMap<string, Rational>,
): void {
  for (const [pool, value] of row) target.set(pool, add(target.get(pool) ?? ZERO, multiply(factor, value)));
}

function scaled(row: ReadonlyMap<string, Rational>, factor: Rational): Map<string, Rational> {
  return new Map([...row].map(([pool, value]) => [pool, multiply(value, factor)]));
}

function swap<Item>(items: Item[], a: number, b: number): void {
  const [first, second] = [items[a], items[b]];
  if (first === undefined || second === undefined) return;
  items[a] = second;
  items[b] = first;
}

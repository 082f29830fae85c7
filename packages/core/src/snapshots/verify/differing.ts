import { formatAmount } from "../../costs/money.ts";

/**
 * Names the places where two values differ, with what stands there; amounts as decimals.
 *
 * @example differing({ a: 1n }, { a: 2n }, "report") // ["report.a: kept 0.000…1, recomputed 0.000…2"]
 */
export function differing(kept: unknown, again: unknown, path: string): string[] {
  if (isObject(kept) && isObject(again)) {
    const keys = [...new Set([...Object.keys(kept), ...Object.keys(again)])];
    return keys.flatMap((key) =>
      differing(kept[key], again[key], Array.isArray(kept) ? `${path}[${key}]` : `${path}.${key}`),
    );
  }
  return kept === again ? [] : [`${path}: kept ${written(kept)}, recomputed ${written(again)}`];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function written(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "bigint") return formatAmount(value);
  return isObject(value) ? "something" : JSON.stringify(value);
}

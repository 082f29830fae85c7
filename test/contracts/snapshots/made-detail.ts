import { createHash } from "node:crypto";
import { type Leaf, NO_LEAF } from "@tagledger/core/costs/leaf";
import { sum } from "@tagledger/core/costs/money";
import type { MonthCell } from "@tagledger/core/reports/month/cell";
import type { Detail, DetailHolder } from "@tagledger/core/snapshots/detail";
import { PERIOD } from "./made.ts";

const CENT = 10n ** 22n;

/** A detail as stores see it. */
export function madeDetail(holder: DetailHolder, cells: readonly MonthCell[]): Detail {
  const total = sum(cells.map(({ amount }) => amount));
  return { holder, period: PERIOD, basis: "effective", currency: "USD", total, cells };
}

/** Details as `makeDetails` gives them. */
export async function* inTurn(details: readonly Detail[]): AsyncGenerator<Detail> {
  yield* details;
}

/** A cell of a team, all of whose facts differ with its number. */
export function teamCell(team: string, index: number): MonthCell {
  const leaf: Leaf = { ...NO_LEAF, team, project: index % 3 === 0 ? null : `#project-${index % 3}` };
  const digits = createHash("sha256").update(String(index)).digest("hex").slice(0, 24);
  return {
    leaf,
    service: index % 5 === 0 ? "" : `Amazon${index % 5}`,
    account: String(111122223333 + index),
    day: index % 32,
    pool: index % 7 === 0 ? "gpu" : null,
    reason: null,
    value: null,
    amount: BigInt(`0x${digits}`) - 4n * CENT,
  };
}

/** A cell of what is nobody's. */
export const NOBODYS: MonthCell = {
  leaf: { ...NO_LEAF, project: "\ud800=cmd" },
  service: "AmazonEC2",
  account: "111122223333",
  day: 0,
  pool: null,
  reason: "invalid-team",
  value: "#1 \u0000",
  amount: -1n,
};

import { type Amount, sum } from "../../../costs/money.ts";
import type { ReportPool } from "../../report.ts";

/** How a line is called that holds what no team shown bears: held, idle, or filtered out. */
export const REST_WORDS = "not with the teams shown";

/** What no team shown bears of a pool's own charges. */
export function restOf({ amount, shares }: ReportPool): Amount {
  return amount - sum(shares.map((share) => share.amount));
}

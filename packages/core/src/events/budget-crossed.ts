import * as z from "zod/mini";
import { about } from "../config/definition/about.ts";
import { BASES } from "../costs/charge.ts";
import { formatAmount, parseAmount } from "../costs/money.ts";
import type { Crossing } from "../snapshots/budgets.ts";
import type { Snapshot } from "../snapshots/snapshot.ts";
import type { EventType, MadeEvent } from "./event-type.ts";
import { EXAMPLE } from "./example.ts";
import { instant, isoInstant } from "./values.ts";

const NAME = "BudgetCrossed";
const VERSION = "1";

/** What of a snapshot the event tells. */
export type CrossingSnapshot = Pick<Snapshot, "id" | "period" | "basis" | "currency" | "at">;

/** That spend has reached a threshold of a budget, for the first time in its period. */
export function budgetCrossed(
  crossing: Crossing,
  snapshot: CrossingSnapshot,
  sha256: (text: string) => string,
): MadeEvent {
  const { budget, threshold, amount, key } = crossing;
  const { period, basis, currency, at } = snapshot;
  // A match may list hundreds of values, and ids are kept as keys.
  const id = [NAME, period, basis, sha256(key).slice(0, 32)].join(" ");
  const match = Object.entries(budget.match).flatMap(([name, globs]) =>
    globs === undefined ? [] : [[name, typeof globs === "string" ? [globs] : globs]],
  );
  const detail = {
    version: VERSION,
    id,
    period,
    basis,
    match: Object.fromEntries(match),
    currency,
    monthly: budget.monthly,
    threshold,
    amount: formatAmount(amount),
    snapshot: snapshot.id,
    at: isoInstant(at),
  };
  return { id, type: NAME, at, detail };
}

/** Its place among the events. */
export const budgetCrossedType: EventType = {
  name: NAME,
  when: "What a budget is of came to a fraction of it at which to alert; once for each threshold and month.",
  detail: z.object({
    version: about(
      "The version of this form; what is added to it does not change the version",
      z.literal("1"),
    ),
    id: about("The same whenever this event is delivered again", z.string()),
    period: about("The billing month, as 2026-09", z.string()),
    basis: about("How charges are valued", z.enum(BASES)),
    match: about(
      "What the budget is of: for each dimension given, the values of which one must match",
      z.record(z.string(), z.array(z.string())),
    ),
    currency: about("ISO 4217", z.string()),
    monthly: about("The budget for the month, as an exact decimal", z.string()),
    threshold: about("The fraction of it that was reached, as 0.8", z.string()),
    amount: about("What was spent, direct and shared, as an exact decimal: read it as text", z.string()),
    snapshot: about("The id of the snapshot in which it was found", z.string()),
    at: about("When that was, in UTC", instant),
  }),
  example: budgetCrossed(
    {
      key: '{"team":["fraud-detection"]} 50000 0.8',
      budget: { match: { team: "fraud-detection" }, monthly: "50000", alert: [0.8, 1] },
      threshold: "0.8",
      amount: parseAmount("40211.07"),
    },
    {
      id: "5f0c6a1de2b7493c8a40d9e7f1b2c3d4e5f60718293a4b5c6d7e8f9012345678",
      period: "2026-08",
      basis: "effective",
      currency: "USD",
      at: EXAMPLE.at,
    },
    () => "b1946ac92492d2347c6235b4d2611184",
  ),
};

import { amountLines } from "../../spend/amounts.ts";
import type { AccountReadiness, Readiness } from "./figures.ts";

/** Renders readiness as JSON: amounts are exact decimal strings, times are ISO 8601 in UTC. */
export function renderReadinessJson(readiness: Readiness): string {
  return `${JSON.stringify(jsonReadiness(readiness), null, 2)}\n`;
}

/**
 * The JSON form of readiness as a value.
 *
 * @example jsonReadiness(readiness).rules[0]?.accounts[0]?.hourly // [{ amount: "1.92", currency: "USD" }]
 */
export function jsonReadiness({ at, days, thresholds, rules }: Readiness) {
  return {
    at: new Date(at).toISOString(),
    days,
    thresholds,
    rules: rules.map((rule) => ({ ...rule, accounts: rule.accounts.map(jsonAccount) })),
  };
}

function jsonAccount({ account, observedSince, hourly, sinceDeadline, ...figures }: AccountReadiness) {
  return {
    account,
    isReady: figures.shortfalls.length === 0,
    observedSince: new Date(observedSince).toISOString(),
    ...figures,
    hourly: amountLines(hourly),
    sinceDeadline: amountLines(sinceDeadline),
  };
}

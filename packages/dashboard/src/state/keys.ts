import type { MonthKey } from "@tagledger/core/reports/month/keys";

/** By what a month can be grouped, in the order in which it is offered, and what each is called. */
export const KEYS: Readonly<Record<MonthKey, string>> = {
  team: "team",
  project: "project",
  workload: "workload",
  environment: "environment",
  experiment: "experiment",
  service: "service",
  account: "account",
  pool: "pool",
  day: "day",
};

/** All of them in that order. */
export const ALL_KEYS = Object.keys(KEYS).filter(isKey);

/** By what the whole page can be filtered, besides the team. */
export const FILTERS = ["project", "workload", "environment", "experiment"] as const;

/** One of them. */
export type Filter = (typeof FILTERS)[number];

/** Whether a word is one by which a month can be grouped. */
export function isKey(word: string): word is MonthKey {
  return Object.hasOwn(KEYS, word);
}

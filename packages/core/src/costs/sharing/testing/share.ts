import type { Config } from "../../../config/definition.ts";
import { loadConfig } from "../../../config/load.ts";
import { teamsOf } from "../../../config/teams.ts";
import { apportion } from "../../apportion.ts";
import { formatAmount, parseAmount } from "../../money.ts";
import { parsePeriod } from "../../period.ts";
import { formatRational } from "../../rational.ts";
import type { Shares } from "../input.ts";
import { settle } from "../settle.ts";
import type { UsageRow } from "../usage.ts";
import { fractionAt } from "../vector.ts";

/** The month of all usage made here. */
export const PERIOD = parsePeriod("2026-09");

/** A configuration with these teams, pools and allocation. */
export function sharingConfig(teams: readonly string[], pools: string, allocation = "step-down"): Config {
  const names = teams.map((team) => `  ${team}: {}`).join("\n");
  return loadConfig(
    `version: 1\nallocation: ${allocation}\nteams:\n${names}\npools:\n${pools}`,
    "tagledger.yaml",
  ).config;
}

/** One row of usage of the whole month. */
export function used(pool: string, team: string, quantity: string, more: Partial<UsageRow> = {}): UsageRow {
  return {
    start: PERIOD.start,
    end: PERIOD.end,
    pool,
    team,
    metric: "use",
    quantity: parseAmount(quantity),
    project: null,
    workload: null,
    environment: null,
    experiment: null,
    place: "usage.csv:2",
    ...more,
  };
}

/** What a configuration makes of pools' own amounts and the teams' direct costs. */
export function share(
  config: Config,
  amounts: Readonly<Record<string, string>>,
  {
    usage = [],
    direct = {},
  }: { usage?: readonly UsageRow[]; direct?: Readonly<Record<string, string>> } = {},
): Shares {
  const teams = teamsOf(config);
  return settle({
    pools: config.pools,
    allocation: config.allocation,
    teams: teams === "open" ? [] : [...teams],
    amounts: new Map(Object.entries(amounts).map(([pool, amount]) => [pool, parseAmount(amount)])),
    direct: new Map(Object.entries(direct).map(([team, amount]) => [team, parseAmount(amount)])),
    usage,
    period: PERIOD,
  });
}

/** A pool's fractions by team, and by reason and value where nobody bears them, as `n/d`. */
export function fractions(shares: Shares, pool: string): Record<string, string> {
  const vector = shares.byPool.get(pool);
  if (vector === undefined) return {};
  const keysByName = new Map<string, string[]>();
  for (const key of vector.numerators.keys()) {
    const name = nameOf(shares, key);
    keysByName.set(name, [...(keysByName.get(name) ?? []), key]);
  }
  return Object.fromEntries(
    [...keysByName].map(([name, keys]) => [name, formatRational(fractionAt(vector, ...keys))]),
  );
}

/** A pool's amount divided by its fractions, by team, or by reason and value. */
export function divided(
  shares: Shares,
  pool: string,
  amount: string,
  currency = "USD",
): Record<string, string> {
  const parts = [...(shares.byPool.get(pool)?.numerators ?? [])].map(([key, weight]) => ({ key, weight }));
  const amounts = apportion(parseAmount(amount), parts, currency);
  const sums = new Map<string, bigint>();
  for (const [index, { key }] of parts.entries()) {
    const name = nameOf(shares, key);
    sums.set(name, (sums.get(name) ?? 0n) + (amounts[index] ?? 0n));
  }
  return Object.fromEntries([...sums].map(([name, sum]) => [name, formatAmount(sum)]));
}

function nameOf(shares: Shares, key: string): string {
  const destination = shares.destinations.get(key);
  if (destination?.kind === "direct") return destination.leaf.team ?? "";
  return destination?.kind === "unallocated" ? `${destination.reason} ${destination.value}` : "?";
}

import { formatAmount } from "../../costs/money.ts";
import { formatRational } from "../../costs/rational.ts";
import { jsonTeamFairness } from "../fairness/json.ts";
import { exactFraction } from "../render/figures.ts";
import { jsonAbout } from "../render/json-about.ts";
import type { Driver } from "./driver.ts";
import type { Explanation, LeafShare, PoolExplanation } from "./explanation.ts";
import type { LineGroup } from "./lines.ts";
import type { WhatIf } from "./what-if.ts";
import { jsonWhatIf } from "./what-if-json.ts";

/** Renders why a team bears what it does as JSON: amounts are exact decimal strings, fractions `n/d`. */
export function renderExplanationJson(explanation: Explanation, wish: WhatIf | null = null): string {
  return `${JSON.stringify(jsonExplanation(explanation, wish), null, 2)}\n`;
}

/**
 * The JSON form of why a team bears what it does, as a value.
 *
 * @example jsonExplanation(explanation, null).pools[0].share // "1200"
 */
export function jsonExplanation(explanation: Explanation, wish: WhatIf | null) {
  const { team, direct, shared, total, established, pools, drivers, fairness } = explanation;
  return {
    ...jsonAbout(explanation),
    team,
    direct: formatAmount(direct),
    shared: formatAmount(shared),
    total: formatAmount(total),
    established:
      established?.map(({ by, amount, lines }) => ({
        by,
        amount: formatAmount(amount),
        lines: jsonLines(lines),
      })) ?? null,
    pools: pools.map(jsonPool),
    drivers: drivers.map(jsonDriver),
    fairness: jsonTeamFairness(fairness),
    whatIf: wish === null ? null : jsonWhatIf(wish),
  };
}

function jsonPool(pool: PoolExplanation) {
  const { method, dividedBy, metric, completeness, confidence, rules, unread, ways } = pool;
  return {
    pool: pool.pool,
    amount: formatAmount(pool.amount),
    share: formatAmount(pool.share),
    weight: formatRational(pool.weight),
    exact: exactFraction(pool.exact),
    method,
    dividedBy,
    metric,
    quantum: formatAmount(pool.quantum),
    completeness: completeness === null ? null : formatRational(completeness),
    confidence: formatRational(confidence),
    rules,
    unread,
    leaves: pool.leaves.map(jsonLeaf),
    ways: ways.ways.map(({ pools, fraction }) => ({ pools, fraction: formatRational(fraction) })),
    otherWays: formatRational(ways.rest),
    lines: jsonLines(pool.lines),
  };
}

function jsonLeaf({ leaf, weight, exact, amount, units, rounding }: LeafShare) {
  return {
    ...leaf,
    weight: formatRational(weight),
    exact: exactFraction(exact),
    amount: formatAmount(amount),
    units,
    rounding: { ...rounding, remainder: formatRational(rounding.remainder) },
  };
}

function jsonDriver({ pool, dividedBy, metric, consumers, places }: Driver) {
  return {
    pool,
    dividedBy,
    metric,
    consumers: consumers.map(({ consumer, quantities, fraction }) => ({
      consumer,
      quantities: Object.fromEntries([...quantities].map(([name, each]) => [name, exactFraction(each)])),
      fraction: fraction === null ? null : formatRational(fraction),
    })),
    places: places.map((place) => ({ ...place, quantity: exactFraction(place.quantity) })),
  };
}

function jsonLines(lines: readonly LineGroup[] | null) {
  return lines?.map((line) => ({ ...line, amount: formatAmount(line.amount) })) ?? null;
}

import { leafKey } from "../../costs/leaf.ts";
import type { Amount } from "../../costs/money.ts";
import { ZERO } from "../../costs/rational.ts";
import type { BridgePart } from "./bridge.ts";
import type { StatementMonth } from "./month.ts";
import { quantitiesOf, weighted } from "./quantities.ts";
import { type DividedShares, type TeamPart, teamShares } from "./team-shares.ts";

/** A month and the one before, with what tells price from volume and method. */
export interface BridgeMonths {
  readonly before: StatementMonth;
  readonly after: StatementMonth;
  /** The pools of before, divided by the rules of now; null where those cannot be applied to it. */
  readonly restated: readonly DividedShares[] | null;
  /** Both months at list prices, which stand for what was used; null where a bill holds none. */
  readonly atList: { readonly before: StatementMonth; readonly after: StatementMonth } | null;
}

/** The parts of a team's cost whose changes are explained: direct cost by leaf, and each pool. */
export function bridgeParts(months: BridgeMonths, team: string): BridgePart[] {
  return [...directParts(months, team), ...poolParts(months, team)];
}

/** Direct cost: at list prices it tells how much was used, so that what remains is the price that was paid. */
function directParts({ before, after, atList }: BridgeMonths, team: string): BridgePart[] {
  const [old, now] = [directOf(before, team), directOf(after, team)];
  const [oldList, nowList] = [atList?.before, atList?.after].map((month) =>
    month === undefined ? null : directOf(month, team),
  );
  return [...new Set([...old.keys(), ...now.keys()])].map((key) => {
    const was = old.get(key) ?? 0n;
    const listed = oldList?.get(key);
    return {
      before: was,
      restated: was,
      after: now.get(key) ?? 0n,
      used:
        listed === undefined || nowList == null
          ? null
          : { before: { n: listed, d: 1n }, after: { n: nowList.get(key) ?? 0n, d: 1n } },
    };
  });
}

function directOf({ report }: StatementMonth, team: string): Map<string, Amount> {
  const own = report.leaves.filter(({ leaf, direct }) => leaf.team === team && direct !== 0n);
  return new Map(own.map(({ leaf, direct }): [string, Amount] => [leafKey(leaf), direct]));
}

function poolParts({ before, after, restated }: BridgeMonths, team: string): BridgePart[] {
  const [old, now] = [teamShares(before.pools, team), teamShares(after.pools, team)];
  const anew = restated === null ? old : teamShares(restated, team);
  const [oldNames, nowNames] = [namesOf(before), namesOf(after)];
  return [...new Set([...old.keys(), ...anew.keys(), ...now.keys()])].map((pool) => {
    const was = old.get(pool)?.amount ?? 0n;
    const is = now.get(pool)?.amount ?? 0n;
    // A pool that only one of the two configurations has came or went by a rule.
    if (!nowNames.has(pool) || !oldNames.has(pool))
      return { before: was, restated: is, after: is, used: null };
    const then = anew.get(pool);
    return {
      before: was,
      restated: then?.amount ?? 0n,
      after: is,
      used: usedOf(pool, { before, after }, team, { then, is: now.get(pool) }),
    };
  });
}

function namesOf({ pools }: StatementMonth): ReadonlySet<string> {
  return new Set(pools.map(({ pool }) => pool));
}

/** What was used of a pool: its metrics where both months were measured, else the team's part of it. */
function usedOf(
  pool: string,
  { before, after }: Pick<BridgeMonths, "before" | "after">,
  team: string,
  { then, is }: { readonly then: TeamPart | undefined; readonly is: TeamPart | undefined },
): BridgePart["used"] {
  const rule = after.config.pools.find(({ name }) => name === pool);
  const both = [before, after].map((month) => {
    const divided = month.pools.find((each) => each.pool === pool);
    const period = divided?.dividedBy.method === "usage" ? divided.dividedBy.usage : null;
    const measured = quantitiesOf(rule, month.usage, { team, period });
    return rule?.method === "usage" ? weighted(measured, rule.metric) : null;
  });
  const [old, now] = both;
  if (old != null && now != null && old.n > 0n) return { before: old, after: now };
  return { before: then?.weight ?? ZERO, after: is?.weight ?? ZERO };
}

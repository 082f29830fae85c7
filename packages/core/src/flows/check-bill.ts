import type { Config } from "../config/definition.ts";
import { placer } from "../costs/attribution/place.ts";
import { type Amount, displayAmount } from "../costs/money.ts";
import { priceClassOf } from "../costs/price-class.ts";
import { chargeNeeds } from "../costs/query.ts";
import type { Bills } from "../ports.ts";
import { budgetsInOther } from "../snapshots/budgets.ts";
import { type IdleRule, idleRules } from "./idle-rules.ts";

/** A part of the configuration that a bill calls into question. */
export interface BillFinding {
  /** Its place in the configuration, such as `["pools", 2]`. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/**
 * Holds a configuration against a bill: rules that match nothing, pools that mix price classes, and budgets in another
 * currency.
 *
 * @throws bad-input when the bill cannot be read
 */
export async function checkBill(
  ports: { bills: Bills },
  { config, bill: paths }: { config: Config; bill: readonly string[] },
): Promise<BillFinding[]> {
  const needs = chargeNeeds(config);
  const withUsageType = { ...needs, facts: new Set([...needs.facts, "usageType" as const]) };
  const bill = await ports.bills.open(paths, { basis: "billed", needs: withUsageType });
  const place = placer(config, needs.tagKeys);
  const hits = new Map<string, number>();
  const classes = new Map<string, Map<string, Amount>>();
  try {
    for (const { period, currency } of monthsOf(bill.contents)) {
      for await (const groups of bill.charges({ period, currency, followers: [] })) {
        for (const group of groups) {
          const at = needs.instants[group.epoch - 1] ?? Number.NEGATIVE_INFINITY;
          const { destination, rules } = place(group, at);
          for (const rule of rules) hits.set(rule, (hits.get(rule) ?? 0) + group.lines);
          if (destination.kind === "pool") addClass(classes, destination.pool, group.usageType, group.billed);
        }
      }
    }
  } finally {
    await bill.close();
  }
  const currencies = new Set(bill.contents.map(({ currency }) => currency).filter((each) => each !== ""));
  return [
    ...idleRules(config, hits).map(idleFinding),
    ...mixedPools(config, classes),
    ...[...currencies].sort().flatMap((currency) => budgetsInOther(config, currency)),
  ];
}

function monthsOf(contents: readonly { period: string; currency: string }[]) {
  const months = new Map(
    contents.map(({ period, currency }) => [`${period} ${currency}`, { period, currency }]),
  );
  return [...months.values()];
}

function idleFinding({ path, what }: IdleRule): BillFinding {
  return { path, message: `${what} matches nothing in this bill` };
}

function addClass(
  classes: Map<string, Map<string, Amount>>,
  pool: string,
  usageType: string,
  billed: Amount,
): void {
  const priceClass = priceClassOf(usageType);
  if (priceClass === undefined) return;
  const known = classes.get(pool) ?? new Map<string, Amount>();
  known.set(priceClass, (known.get(priceClass) ?? 0n) + billed);
  classes.set(pool, known);
}

function mixedPools(
  { pools }: Config,
  classes: ReadonlyMap<string, ReadonlyMap<string, Amount>>,
): BillFinding[] {
  return pools.flatMap(({ name, method }, index) => {
    const mixed = [...(classes.get(name) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
    if (method !== "usage" || mixed.length < 2) return [];
    const list = mixed
      .map(([priceClass, billed]) => `${priceClass} (${displayAmount(billed, 2)})`)
      .join(", ");
    const message = `pool ${name} mixes price classes: ${list}; users of the cheaper one pay for the dearer`;
    return [{ path: ["pools", index], message }];
  });
}

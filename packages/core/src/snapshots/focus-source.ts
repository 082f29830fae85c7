import { parsePeriod } from "../costs/period.ts";
import type { FocusSource } from "../reports/render/focus/source.ts";
import { tagKeysOf } from "../reports/render/focus/tag-keys.ts";
import { withUsage } from "../reports/render/focus/with-usage.ts";
import type { Snapshot } from "./snapshot.ts";

/** Who provides and who pays, which a snapshot does not say. */
export type FocusParties = Pick<FocusSource, "provider" | "billingAccount">;

/**
 * What FOCUS rows of a snapshot are written from. It holds one basis, which stands in for the others.
 *
 * @example renderFocus(focusSource(snapshot, { provider: "Amazon Web Services", billingAccount: "111122223333" }))
 */
export function focusSource({ report, pools, config, usage }: Snapshot, parties: FocusParties): FocusSource {
  const period = parsePeriod(report.period);
  const definitions = new Map(config.pools.map((pool) => [pool.name, pool]));
  return {
    report,
    pools: pools.map(({ pool, dividedBy, metric, shares }) => {
      const definition = definitions.get(pool);
      return {
        pool,
        method: dividedBy.method,
        metric: dividedBy.method === "usage" ? metric : null,
        shares: definition === undefined ? shares : withUsage(shares, definition, usage, period),
      };
    }),
    others: new Map(),
    tagKeys: tagKeysOf(config),
    ...parties,
  };
}

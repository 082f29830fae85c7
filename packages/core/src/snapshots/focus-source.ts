import type { FocusSource } from "../reports/render/focus/source.ts";
import { tagKeysOf } from "../reports/render/focus/tag-keys.ts";
import type { Snapshot } from "./snapshot.ts";

/** Who provides and who pays, which a snapshot does not say. */
export type FocusParties = Pick<FocusSource, "provider" | "billingAccount">;

/**
 * What FOCUS rows of a snapshot are written from. It holds one basis, which stands in for the others.
 *
 * @example renderFocus(focusSource(snapshot, { provider: "Amazon Web Services", billingAccount: "111122223333" }))
 */
export function focusSource({ report, pools, config }: Snapshot, parties: FocusParties): FocusSource {
  return {
    report,
    pools: pools.map(({ pool, dividedBy, metric, shares }) => ({
      pool,
      method: dividedBy.method,
      metric: dividedBy.method === "usage" ? metric : null,
      shares,
    })),
    others: new Map(),
    tagKeys: tagKeysOf(config),
    ...parties,
  };
}

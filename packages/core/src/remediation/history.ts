import type { History } from "../tags/plan/input.ts";
import type { Remediation } from "./remediation.ts";

/**
 * What was done before, as planning has to know it. A quarantine that was only begun counts as none: whether it is to be
 * done, or another in its place, is decided anew, and so it is where AWS undid it. One that has ended counts from its
 * end: what a person gives back after a week is not done again the same day.
 */
export function historyOf({ notices, quarantines, repairs }: Remediation): History {
  const notice = notices.findLast(({ about }) => about.includes("violating"));
  const last = quarantines.at(-1);
  const counted = quarantines.filter(
    ({ tookEffect, inForce, ended }) => tookEffect && (inForce !== null || ended !== null),
  );
  return {
    notifiedAt: notice?.at ?? null,
    ...(notice === undefined ? {} : { deadline: notice.deadline }),
    quarantinedAt: counted.map(({ began, ended }) => ended?.at ?? began),
    isQuarantined: last !== undefined && last.ended === null && last.inForce !== null,
    repaired: repairs.map(({ at, set }) => ({ at, set })),
  };
}

import { openQuarantine, type Remediation } from "./remediation.ts";

/** What was last done about a resource. */
export type Stage = {
  readonly stage:
    | "notified"
    | "repairing"
    | "repaired"
    | "quarantining"
    | "quarantined"
    | "released"
    | "slipped";
  /** Epoch milliseconds. */
  readonly since: number;
  /** As in `ec2:stop`; null where nothing of the kind was done. */
  readonly remedy: string | null;
  /** Epoch milliseconds from which it may be quarantined, where that was announced. */
  readonly deadline: number | null;
};

/**
 * What was last done about a resource; null where nothing was.
 *
 * @example stageOf(remediationOf(deeds)) // { stage: "quarantined", since: 1788264000000, remedy: "ec2:stop", deadline: null }
 */
export function stageOf(remediation: Remediation): Stage | null {
  const open = openQuarantine(remediation);
  if (open !== null) {
    const { remedy, began, inForce } = open;
    return inForce === null
      ? { stage: "quarantining", since: began, remedy, deadline: null }
      : { stage: "quarantined", since: inForce, remedy, deadline: null };
  }
  if (remediation.repairing !== null) {
    return { stage: "repairing", since: remediation.repairing.at, remedy: null, deadline: null };
  }
  const stages: Stage[] = [];
  const [quarantine, notice, repair] = [
    remediation.quarantines.findLast(({ tookEffect }) => tookEffect),
    remediation.notices.findLast(({ about }) => about.includes("violating")),
    remediation.repairs.at(-1),
  ];
  if (repair !== undefined)
    stages.push({ stage: "repaired", since: repair.at, remedy: null, deadline: null });
  if (notice !== undefined) {
    stages.push({ stage: "notified", since: notice.at, remedy: null, deadline: notice.deadline });
  }
  if (quarantine?.ended != null) {
    const { at, how } = quarantine.ended;
    stages.push({ stage: how, since: at, remedy: quarantine.remedy, deadline: null });
  }
  return stages.reduce<Stage | null>(
    (last, each) => (last === null || last.since <= each.since ? each : last),
    null,
  );
}

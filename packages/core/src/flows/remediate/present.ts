import type { AccrualRecord } from "../../ledger/accrual.ts";
import { incarnationsOf } from "../../ledger/incarnations.ts";
import { lifeOf } from "../../ledger/life.ts";
import type { ResourceHistory, ResourceRecord } from "../../ledger/resource.ts";
import { timelineOf } from "../../ledger/timeline.ts";
import type { Acted } from "../../remediation/acting.ts";
import type { Standing } from "../../tags/lifecycle/standing.ts";
import { actedOn } from "../acted-on.ts";
import type { Rules } from "../rules.ts";

/** What is there under a name, where it stands, and what is to be done about it. */
export interface Present extends Acted {
  readonly history: ResourceHistory;
  readonly record: ResourceRecord;
  readonly standing: Standing;
  readonly accrual: AccrualRecord | undefined;
}

/**
 * The life under a name that goes on; null where there is none, or nothing acts.
 *
 * @param now epoch milliseconds
 */
export function presentOf(rules: Rules, history: ResourceHistory, now: number): Present | null {
  const { facts, incarnations, accruals } = history;
  const record = incarnations.at(-1);
  const incarnation = incarnationsOf(timelineOf(facts)).find(({ id }) => id === record?.incarnation);
  if (record === undefined || incarnation === undefined) return null;
  const { arn, id, type, account, region } = record;
  const actor = incarnation.timeline.creations[0]?.actor ?? null;
  const life = lifeOf(incarnation, facts, { arn, id, type, account, region, actor });
  const standing = rules.lifecycle(life, now);
  const acted = actedOn(rules, { incarnation, facts, life, standing }, now);
  const accrual = accruals.find((each) => each.incarnation === record.incarnation);
  return acted === null ? null : { ...acted, history, record, standing, accrual };
}

import type { Stage } from "../remediation/stage.ts";
import { courseOf } from "../tags/lifecycle/course.ts";
import type { Life } from "../tags/lifecycle/life.ts";
import type { Standing } from "../tags/lifecycle/standing.ts";
import { fixLine } from "../tags/remedies/remedies.ts";
import { datedTags } from "./dated-tags.ts";
import type { ResourceRecord } from "./resource.ts";

/** What a record needs besides the life that it is about, and where that stands. */
export type Recording = Pick<ResourceRecord, "resource" | "incarnation"> & {
  /** The hash of the configuration that gave the verdict. */
  readonly configuration: string;
  /** What was last done about it; null where nothing was. */
  readonly stage?: Stage | null;
};

/** What the ledger keeps of one life of a resource, and where it stands. */
export function recordOf(life: Life, standing: Standing, recording: Recording): ResourceRecord {
  const { resource, incarnation, configuration, stage = null } = recording;
  const { arn, id, type, account, region, actor } = life.subject;
  const { state, judgement, since, due, ended } = standing;
  const { verdict, findings, repairs, owner, exemption } = judgement;
  return {
    resource,
    incarnation,
    arn,
    id,
    type,
    account,
    region,
    created: life.created,
    actor,
    team: owner.team,
    verdict,
    state,
    since,
    due,
    ended,
    // Whoever tags a resource may have had it for years.
    foundBy: life.isBorn ? "event" : "sweep",
    findings,
    evidence: owner.evidence,
    repairs,
    fix: fixLine(judgement),
    exemption,
    tags: datedTags(courseOf(life)),
    ...(stage === null ? {} : { remediation: stage }),
    configuration,
  };
}

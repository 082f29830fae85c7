import { fixLine } from "../tags/remedies/remedies.ts";
import type { Judgement } from "../tags/verdict/judge.ts";
import { datedTags } from "./dated-tags.ts";
import type { Incarnation } from "./incarnations.ts";
import type { ResourceRecord } from "./resource.ts";

/**
 * What the ledger keeps of one life of a resource and the verdict about it.
 *
 * @param configuration the hash of the configuration that gave the verdict
 */
export function recordOf(
  resource: string,
  { id: incarnation, created, timeline }: Incarnation,
  judgement: Judgement,
  configuration: string,
): ResourceRecord {
  const { arn, id, type, account, region } = judgement.subject;
  const { verdict, findings, repairs, owner, exemption } = judgement;
  return {
    resource,
    incarnation,
    arn,
    id,
    type,
    account,
    region,
    created,
    // Whoever only tagged it did not make it.
    actor: timeline.creations[0]?.actor ?? null,
    team: owner.team,
    verdict,
    findings,
    evidence: owner.evidence,
    repairs,
    fix: fixLine(judgement),
    exemption,
    tags: datedTags(timeline),
    configuration,
  };
}

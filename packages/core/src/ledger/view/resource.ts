import type { Stage } from "../../remediation/stage.ts";
import { REASONS } from "../../tags/reasons.ts";
import type { Exemption } from "../../tags/verdict/exemptions.ts";
import type { Verdict } from "../../tags/verdict/judge.ts";
import type { Page, ResourceCounts } from "../query.ts";
import type { ResourceRecord } from "../resource.ts";

/** A finding as people are shown it. */
export interface FindingView {
  readonly key: string;
  readonly reason: string;
  /** The reason in words, as the end of a sentence that begins with the key. */
  readonly says: string;
  readonly actual: string | null;
  readonly expected: string;
}

/** One incarnation of a resource as lists show it; times are ISO 8601 in UTC. */
export interface ResourceView {
  readonly resource: string;
  readonly incarnation: string;
  readonly arn: string | null;
  readonly id: string;
  readonly type: string;
  readonly account: string | null;
  readonly region: string | null;
  readonly created: string;
  /** Who created it, as far as that may still be said. */
  readonly actor: {
    readonly type: string;
    readonly arn: string | null;
    readonly display: string | null;
  } | null;
  readonly team: string | null;
  readonly verdict: Verdict;
  readonly findings: readonly FindingView[];
  /** The line for a shell that puts it right. */
  readonly fix: string | null;
  readonly exemption: Exemption | null;
  /** What was last done about it; absent where nothing was. */
  readonly remediation?: StageView;
}

/** What was last done about a resource; times are ISO 8601 in UTC. */
export interface StageView extends Pick<Stage, "stage" | "remedy"> {
  readonly since: string;
  /** From when on it may be quarantined, where that was announced. */
  readonly deadline: string | null;
}

/** A page of resources; `next` leads to the one after. */
export type ResourcePage = Page<ResourceView>;

/** How many resources there are, by verdict, team, reason and service. */
export type ResourceCountsView = ResourceCounts;

/**
 * Shows what the ledger knows of a resource.
 *
 * @example resourceView(record).findings[0]?.says // "is required, and is not there"
 */
export function resourceView(record: ResourceRecord): ResourceView {
  const { resource, incarnation, arn, id, type, account, region, team, verdict, fix, exemption } = record;
  return {
    resource,
    incarnation,
    arn,
    id,
    type,
    account,
    region,
    created: isoTime(record.created),
    actor: record.actor === null ? null : actorView(record.actor),
    team,
    verdict,
    findings: record.findings.map((finding) => ({ ...finding, says: REASONS[finding.reason].says })),
    fix,
    exemption,
    ...(record.remediation === undefined ? {} : { remediation: stageView(record.remediation) }),
  };
}

function stageView({ stage, since, remedy, deadline }: Stage): StageView {
  return { stage, since: isoTime(since), remedy, deadline: deadline === null ? null : isoTime(deadline) };
}

/** Who did something, in three words. */
export function actorView({ type, arn, display }: NonNullable<ResourceRecord["actor"]>) {
  return { type, arn, display };
}

/** Epoch milliseconds as ISO 8601 in UTC. */
export function isoTime(at: number): string {
  return new Date(at).toISOString();
}

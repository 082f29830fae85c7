import type { Actor } from "../../catalog/actor.ts";
import type { Finding } from "../../tags/finding.ts";
import type { Verdict } from "../../tags/verdict/judge.ts";
import { type AuditedEvent, type AuditItem, isUnreadableItem } from "./audited.ts";
import { identityOf } from "./identity.ts";
import { actorLine, bareType, callLine } from "./line.ts";
import { RecentTexts } from "./recent.ts";
import { CrossTally, Tally } from "./tally.ts";

/** How bad a verdict is, for whoever it is about. */
const BADNESS: Readonly<Record<Verdict, number>> = {
  compliant: 0,
  exempt: 0,
  repairable: 1,
  undecided: 2,
  violating: 2,
};

/** A resource that two schemas see differently. */
export interface Change {
  readonly audited: AuditedEvent;
  readonly resource: { readonly arn: string | null; readonly id: string; readonly type: string };
  readonly team: string | null;
  readonly before: Verdict;
  readonly after: Verdict;
  /** Whether the other schema is harder or kinder to it; null where only the findings differ. */
  readonly effect: "breaks" | "mends" | null;
  /** What only the other schema finds. */
  readonly findings: readonly Finding[];
}

/** What another schema would change on one log, in numbers; its memory does not grow with the log. */
export class AuditComparison {
  readonly verdicts = new CrossTally<Verdict, Verdict>();
  readonly teams = new CrossTally<string | null, "breaks" | "mends">();
  /** Who made what would break. */
  readonly principals = new Tally();
  /** Findings that are new in what would break, as `missing ml-team`. */
  readonly reasons = new Tally();
  breaks = 0;
  mends = 0;

  readonly #seen = new RecentTexts();

  /** Counts one thing found in a log by both schemas, and gives what they see differently. */
  add(before: AuditItem, after: AuditItem): Change[] {
    if (isUnreadableItem(before) || isUnreadableItem(after)) return [];
    const identity = identityOf(before);
    if (identity !== null && this.#seen.isAgain(identity)) return [];
    const changes = changesOf(before, after, (verdicts) => this.verdicts.add(...verdicts));
    for (const change of changes) this.#count(change);
    return changes;
  }

  #count({ audited, team, effect, findings }: Change): void {
    if (effect === null) return;
    this[effect]++;
    this.teams.add(team, effect);
    if (effect === "mends") return;
    this.principals.add(principalOf(audited.actor));
    for (const { reason, key } of findings) this.reasons.add(`${reason} ${key}`);
  }
}

function changesOf(
  before: AuditedEvent,
  after: AuditedEvent,
  each: (verdicts: readonly [Verdict, Verdict]) => void,
): Change[] {
  // Only the schemas differ, so both name the same resources, unless one takes the actor for Tagledger itself.
  if (before.outcome === "skipped" || after.outcome === "skipped") return [];
  return before.resources.flatMap(({ resource, judgement }, index) => {
    const other = after.resources[index]?.judgement;
    if (other === undefined) return [];
    each([judgement.verdict, other.verdict]);
    const findings = other.findings.filter(
      (finding) => !judgement.findings.some((own) => isSame(own, finding)),
    );
    if (judgement.verdict === other.verdict && findings.length === 0) return [];
    const harder = BADNESS[other.verdict] - BADNESS[judgement.verdict];
    return {
      audited: before,
      resource,
      team: judgement.owner.team ?? other.owner.team,
      before: judgement.verdict,
      after: other.verdict,
      effect: harder > 0 ? ("breaks" as const) : harder < 0 ? ("mends" as const) : null,
      findings,
    };
  });
}

/**
 * A change as programs read it: one object, printed as one line.
 *
 * @example changeLine(change).effect // "breaks"
 */
export function changeLine({ audited, resource, team, before, after, effect, findings }: Change) {
  return {
    ...callLine(audited.event),
    actor: actorLine(audited.actor),
    resource: { arn: resource.arn, id: resource.id, type: bareType(resource.type) },
    team,
    before,
    after,
    effect,
    findings: findings.map(({ key, reason, actual, expected }) => ({ key, reason, actual, expected })),
  };
}

function isSame(a: Finding, b: Finding): boolean {
  return a.key === b.key && a.reason === b.reason && a.actual === b.actual;
}

/** A role rather than its many sessions. */
function principalOf({ roleArn, arn, service, display, type }: Actor): string {
  return roleArn ?? arn ?? service ?? display ?? type;
}

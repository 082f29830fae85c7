import { typeFacts } from "../../catalog/facts-of-type.ts";
import type { Config } from "../../config/definition.ts";
import { millisecondsOf } from "../../config/duration.ts";
import type { Fact } from "../../ledger/fact.ts";
import { type Incarnation, incarnationsOf } from "../../ledger/incarnations.ts";
import { lifeOf } from "../../ledger/life.ts";
import type { ResourceHistory, ResourceRecord } from "../../ledger/resource.ts";
import { timelineOf } from "../../ledger/timeline.ts";
import { possibleAtBest } from "../../remediation/possible.ts";
import type { Mildest } from "../../reports/readiness/figures.ts";
import { type Accrued, accrued, costOf, intervalAt, NOTHING } from "../../spend/accrual.ts";
import type { HourlyCost } from "../../spend/price.ts";
import { evaluator } from "../../tags/evaluate/evaluator.ts";
import type { State } from "../../tags/lifecycle/standing.ts";
import { actedOn } from "../acted-on.ts";
import { rulesOf } from "../rules.ts";
import { complianceInGrace } from "./fixed-in-grace.ts";

/** One life of a resource, as it counts for the rule that it falls under. */
export interface Observed {
  /** The place of the rule. */
  readonly place: string;
  /** Where it stands, or stood when it ended. */
  readonly state: State;
  /** Whether its grace, and the look after it, were over by then. */
  readonly isOver: boolean;
  readonly wasViolating: boolean;
  readonly isDisputed: boolean;
  readonly isFixedInGrace: boolean;
  readonly hasOwner: boolean;
  readonly controller: string | null;
  readonly mildest: Mildest;
  /** What it costs an hour now; null where nobody knows, undefined where it is not there. */
  readonly hourly: HourlyCost | null | undefined;
  /** What it has cost since its deadline would have passed. */
  readonly sinceDeadline: Accrued;
}

/** Says how a life counts, by all that the ledger knows of it. */
export type Observer = (history: ResourceHistory, record: ResourceRecord, now: number) => Observed | null;

const MILDEST_FIRST = ["reversible", "lossy", "final"] as const;

/** Compiles a configuration into an observer: what is known is judged by it, whatever judged it then. */
export function observer(config: Config): Observer {
  const schema = evaluator(config);
  const rules = rulesOf(config, "", () => false);
  const isFixedInGrace = complianceInGrace(config, schema);
  const deadlineOf = deadlines(config);

  return (history, record, now) => {
    const known = incarnationsOf(timelineOf(history.facts)).find(({ id }) => id === record.incarnation);
    if (known === undefined) return null;
    const { incarnation, facts, at } = beforeItsEnd(known, history.facts, record, now);
    const { arn, id, type, account, region } = record;
    const actor = incarnation.timeline.creations[0]?.actor ?? null;
    const life = lifeOf(incarnation, facts, { arn, id, type, account, region, actor });
    const standing = rules.lifecycle(life, at);
    const acted = actedOn(rules, { incarnation, facts, life, standing }, at);
    if (acted === null) return null;
    const { plan, remediation, controller } = acted;
    const violating = facts.filter((fact) => fact.kind === "decided" && fact.state === "violating");
    const { state, since, due } = standing;
    const verdict = violating.find((fact) => (since ?? 0) <= fact.at) ?? null;
    const wasViolating = state === "violating" || violating.length > 0;
    // Had people been told at once.
    const passed = verdict === null ? null : verdict.at + deadlineOf(plan.rule);
    const intervals =
      history.accruals.find((each) => each.incarnation === record.incarnation)?.intervals ?? [];
    const interval = intervalAt(intervals, now);
    return {
      place: plan.rule,
      state,
      isOver: state !== "pending" || (due !== null && due <= at),
      wasViolating,
      isDisputed:
        remediation.disputes.length > 0 ||
        isReleasedByHand(facts) ||
        (state === "exempt" && violating.length > 0),
      isFixedInGrace: isFixedInGrace(life, at),
      hasOwner: standing.judgement.owner.team !== null,
      controller: controller?.controller ?? null,
      mildest: mildestOf(remediation.inspected?.remedies ?? possibleAtBest(typeFacts(type))),
      hourly: interval === undefined ? undefined : costOf(interval),
      sinceDeadline:
        passed === null || now <= passed ? NOTHING : accrued(intervals, { from: passed, until: now }),
    };
  };
}

/** What ended is seen as it stood in its last moment: a resource that is gone tells nothing of its rule. */
function beforeItsEnd(
  incarnation: Incarnation,
  facts: readonly Fact[],
  { ended }: ResourceRecord,
  now: number,
): { readonly incarnation: Incarnation; readonly facts: readonly Fact[]; readonly at: number } {
  const own = facts.filter(({ at }) => incarnation.created <= at && at < incarnation.ended);
  if (ended === null || now < ended) return { incarnation, facts: own, at: now };
  return {
    incarnation: { ...incarnation, ended: Number.POSITIVE_INFINITY },
    facts: own.filter(({ at }) => at < ended),
    at: Math.max(incarnation.created, ended - 1),
  };
}

function isReleasedByHand(facts: readonly Fact[]): boolean {
  return facts.some((fact) => fact.kind === "released" && fact.by !== null);
}

function mildestOf(remedies: readonly { readonly class: (typeof MILDEST_FIRST)[number] }[]): Mildest {
  return MILDEST_FIRST.find((kind) => remedies.some((remedy) => remedy.class === kind)) ?? "none";
}

function deadlines({ enforcement }: Config): (place: string) => number {
  const { rules, default: byDefault } = enforcement;
  const known = new Map<string, string | undefined>(
    rules.map(({ deadline }, index) => [`enforcement.rules[${index}]`, deadline]),
  );
  return (place) => millisecondsOf(known.get(place) ?? byDefault.deadline);
}

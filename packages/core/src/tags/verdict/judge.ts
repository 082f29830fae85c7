import type { Config } from "../../config/definition.ts";
import { type Evaluator, evaluator } from "../evaluate/evaluator.ts";
import type { Finding } from "../finding.ts";
import { viewer } from "../match/view.ts";
import { canViolate } from "../reasons.ts";
import { mender } from "../repair/mender.ts";
import type { Repair } from "../repair/repair.ts";
import type { Resolution } from "../resolve/resolution.ts";
import { resolver } from "../resolve/resolver.ts";
import type { Subject } from "../subject.ts";
import { isKnown } from "../tag-state.ts";
import { type Exemption, exemptions, lapsedExemptions } from "./exemptions.ts";
import { type Grace, graceOf } from "./grace.ts";
import { type Granted, grantedAt } from "./granted.ts";
import { replay, type TagChange } from "./replay.ts";

/** What is said of a resource's tags. */
export type Verdict = "compliant" | "repairable" | "exempt" | "undecided" | "violating";

/** A verdict, and everything that led to it. */
export type Judgement = {
  readonly verdict: Verdict;
  /** The resource as it was judged: with its tags and the instant of the verdict. */
  readonly subject: Subject;
  readonly findings: readonly Finding[];
  readonly repairs: readonly Repair[];
  /** What would still deviate after the repairs. */
  readonly remaining: readonly Finding[];
  readonly owner: Resolution;
  readonly exemption: Exemption | null;
  /** Whether its tags are taken to be all that it carries. */
  readonly final: boolean;
};

/** How the time of a resource ended. */
export type End = {
  /** The first instant at which it is there no more. */
  readonly until: number;
  /** Whether it is known to have been deleted, rather than that another took its place. */
  readonly isDeleted: boolean;
};

/** Gives verdicts by one configuration. */
export type Judge = {
  /** By what a request shows, which can prove compliance and never a violation: more tags may follow. */
  atSight(subject: Subject): Judgement;
  /**
   * By a log that is taken to hold all tagging: with the changes from its sight to the end of its grace. What was
   * deleted before that had not had its time, and cannot violate any more.
   */
  afterGrace(subject: Subject, changes: readonly TagChange[], end?: End | null): Judgement;
  /**
   * By what is known of its tags.
   *
   * @param final whether that is taken to be all that it carries
   * @param now the instant whose exemptions count, in epoch milliseconds
   * @param granted exemptions besides those of the configuration
   */
  asOf(
    subject: Subject,
    known: { readonly final: boolean; readonly now: number; readonly granted?: readonly Granted[] },
  ): Judgement;
  grace(subject: Subject): Grace;
  /** When the last exemption of a resource ended, in epoch milliseconds; null where none did. */
  lapsed(subject: Subject, now: number): number | null;
};

const NO_REPAIRS: readonly Repair[] = [];

/**
 * Compiles a configuration into a judge, once for all resources.
 *
 * @example judge(config).atSight(subject).verdict // "repairable"
 */
export function judge(config: Config, schema: Evaluator = evaluator(config)): Judge {
  const mend = mender(config, schema);
  const resolve = resolver(config, schema);
  const view = viewer(config, schema);
  const [exempt, lapsed] = [exemptions(config), lapsedExemptions(config)];
  const grace = graceOf(config);

  const judged = (
    subject: Subject,
    final: boolean,
    now = subject.at,
    granted: readonly Granted[] = [],
  ): Judgement => {
    const owner = resolve(subject);
    const findings = schema.evaluate(subject.state, subject.at);
    if (findings.length === 0) {
      const [repairs, remaining, exemption] = [NO_REPAIRS, findings, null];
      return { verdict: "compliant", subject, findings, repairs, remaining, owner, exemption, final };
    }
    const { repairs, remaining } = mend(subject, findings, owner);
    const exemption = exempt(view(subject, owner), now) ?? grantedAt(granted, now);
    const verdict = exemption === null ? verdictOf(subject, remaining, final) : "exempt";
    return { verdict, subject, findings, repairs, remaining, owner, exemption, final };
  };

  const graceFor = (subject: Subject) => grace(view(subject, () => resolve(subject)));

  return {
    atSight: (subject) => judged(subject, false),
    afterGrace(subject, changes, end = null) {
      const due = subject.at + graceFor(subject).milliseconds;
      const until = end?.until ?? Number.POSITIVE_INFINITY;
      const own = changes.filter(({ at }) => subject.at <= at && at <= due && at < until);
      const isGone = end?.isDeleted === true && until <= due;
      const at = isGone ? Math.max(subject.at, until - 1) : due;
      return judged({ ...subject, state: replay(subject.state, own), at }, !isGone);
    },
    asOf: (subject, { final, now, granted }) => judged(subject, final, now, granted),
    grace: graceFor,
    lapsed: (subject, now) =>
      lapsed(
        view(subject, () => resolve(subject)),
        now,
      ),
  };
}

/** Only what is known to deviate violates: not what the log hides, nor what a resource unseen before may carry. */
function verdictOf({ state }: Subject, remaining: readonly Finding[], final: boolean): Verdict {
  if (remaining.length === 0) return "repairable";
  const isProven = ({ key, reason }: Finding) => canViolate(reason) && isKnown(state, key);
  return final && remaining.some(isProven) ? "violating" : "undecided";
}

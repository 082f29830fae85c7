import type { Config } from "../../config/definition.ts";
import type { Evaluator } from "../../tags/evaluate/evaluator.ts";
import { courseOf } from "../../tags/lifecycle/course.ts";
import { graceEnd } from "../../tags/lifecycle/deadline.ts";
import { type Life, SETTLING } from "../../tags/lifecycle/life.ts";
import { judge } from "../../tags/verdict/judge.ts";

/**
 * Compiles whether a life deviated at first, and complied before it would have been found violating.
 *
 * @example complianceInGrace(config, schema)(life, now) // true
 */
export function complianceInGrace(config: Config, schema: Evaluator): (life: Life, now: number) => boolean {
  const mine = judge(config, schema);
  return (life, now) => {
    if (!life.isBorn) return false;
    const course = courseOf(life).filter(({ since }) => since <= now);
    const complies = course.map(({ state, since }) => schema.evaluate(state, since).length === 0);
    const fixed = complies.indexOf(true);
    const fixedAt = course[fixed]?.since;
    if (fixed <= 0 || fixedAt === undefined) return false;
    const grace = graceEnd(life.created, course, life.subject, (subject) => mine.grace(subject).milliseconds);
    return fixedAt <= grace + SETTLING;
  };
}

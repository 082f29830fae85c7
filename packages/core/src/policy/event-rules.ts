import { groupBy } from "../text/group-by.ts";
import { type EventPattern, patternOf } from "./event-pattern.ts";
import { HEARD, type Heard, type HeardCall, heardCalls } from "./heard-calls.ts";
import { placeOf, rangeOf } from "./rule-ranges.ts";

/** A rule of EventBridge. */
export interface EventRule {
  /** Lower case, digits and hyphens, at most 40 characters; stays the same when other calls join. */
  readonly name: string;
  readonly pattern: EventPattern;
}

/** What EventBridge takes unless somebody asked for more. */
const LONGEST = 2048;

/**
 * The rules by which EventBridge passes on every call that the product reads, each call by one rule, and nothing else: no
 * call that failed or only read.
 *
 * @param heard what is read, where that is not what the product reads
 * @example eventRules()[0]?.name // "calls-of-any-service"
 */
export function eventRules(heard: Heard = HEARD): readonly EventRule[] {
  const calls = heardCalls(heard).toSorted(byPlace);
  return [...groupBy(calls, rangeOf)].flatMap(([range, own]) =>
    filled(own).map((part, index) => {
      const name = `calls-${range}${index === 0 ? "" : `-${index + 1}`}`;
      return { name, pattern: patternOf(part) };
    }),
  );
}

/** Shares calls out, in their order, among as few patterns as hold them. */
function filled(calls: readonly HeardCall[]): (readonly HeardCall[])[] {
  const full = calls.findIndex((_, last) => last > 0 && !fits(calls.slice(0, last + 1)));
  return full < 0 ? [calls] : [calls.slice(0, full), ...filled(calls.slice(full))];
}

function fits(calls: readonly HeardCall[]): boolean {
  return JSON.stringify(patternOf(calls)).length <= LONGEST;
}

function byPlace(a: HeardCall, b: HeardCall): number {
  const [first, second] = [placeOf(a), placeOf(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

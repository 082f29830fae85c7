import { DIMENSIONS, type Match } from "../../config/definition/match.ts";
import { principalMatcher } from "../../config/reading/principal.ts";
import { anyGlob, type TextMatcher } from "../../text/glob.ts";
import { principalsOf } from "../principals.ts";
import type { Subject } from "../subject.ts";
import { serviceOfResource } from "./services.ts";
import type { View } from "./view.ts";

/** Says whether a resource is one that a rule means. */
export type SubjectMatcher = (view: View) => boolean;

type Globs = string | readonly string[];
type Read = (view: View) => readonly (string | null)[];

const NO_CASE = { ignoreCase: true };

/**
 * Compiles a match for resources: all keys given must hold. What only a bill has, a usage type or a line item type,
 * no resource has.
 *
 * @example subjectMatcher({ type: "sagemaker:*", environment: "dev" })(view) // true
 */
export function subjectMatcher(match: Match): SubjectMatcher {
  const conditions: SubjectMatcher[] = [];
  const when = (globs: Globs | undefined, compile: (globs: Globs) => TextMatcher, read: Read) => {
    if (globs === undefined) return;
    const matches = compile(globs);
    conditions.push((view) => {
      for (const text of read(view)) if (text !== null && text !== "" && matches(text)) return true;
      return false;
    });
  };
  const anyCase = (globs: Globs) => anyGlob(globs, NO_CASE);
  when(
    match.account,
    anyGlob,
    of(({ account }) => [account]),
  );
  when(
    match.region,
    anyCase,
    of(({ region }) => [region]),
  );
  when(
    match.type,
    anyCase,
    of(({ type }) => [type]),
  );
  when(
    match.service,
    serviceOfResource,
    of(({ type }) => [type.split(":", 1).join()]),
  );
  when(
    match.resource,
    anyGlob,
    of(({ arn, id }) => [arn, id]),
  );
  when(
    match.principal,
    principalMatcher,
    of(({ actor }) => (actor === null ? [] : principalsOf(actor))),
  );
  when(match.usageType, anyGlob, () => []);
  when(match.lineItemType, anyGlob, () => []);
  for (const each of DIMENSIONS) when(match[each], anyCase, (view) => [view.dimension(each)]);
  for (const [key, globs] of Object.entries(match.tags ?? {}))
    when(globs, anyCase, (view) => [view.tag(key)]);
  return (view) => {
    for (const holds of conditions) if (!holds(view)) return false;
    return true;
  };
}

function of(read: (subject: Subject) => readonly (string | null)[]): Read {
  return ({ subject }) => read(subject);
}

import { DIMENSIONS, type Match } from "../../config/definition/match.ts";
import { principalMatcher } from "../../config/reading/principal.ts";
import { anyGlob, type TextMatcher } from "../../text/glob.ts";
import { principalsOf } from "../principals.ts";
import { serviceOfResource } from "./services.ts";
import type { View } from "./view.ts";

/** Says whether a resource is one that a rule means. */
export type SubjectMatcher = (view: View) => boolean;

type Globs = string | readonly string[];
type Test = (text: string | null) => boolean;

const NO_CASE = { ignoreCase: true };

/**
 * Compiles a match for resources: all keys given must hold. What only a bill has, a usage type or a line item type,
 * no resource has.
 *
 * @example subjectMatcher({ type: "sagemaker:*", environment: "dev" })(view) // true
 */
export function subjectMatcher(match: Match): SubjectMatcher {
  const conditions: SubjectMatcher[] = [];
  const when = (
    globs: Globs | undefined,
    compile: (globs: Globs) => TextMatcher,
    condition: (is: Test) => SubjectMatcher,
  ) => {
    if (globs === undefined) return;
    const matches = compile(globs);
    conditions.push(condition((text) => text !== null && text !== "" && matches(text)));
  };
  const anyCase = (globs: Globs) => anyGlob(globs, NO_CASE);
  when(
    match.account,
    anyGlob,
    (is) =>
      ({ subject }) =>
        is(subject.account),
  );
  when(
    match.region,
    anyCase,
    (is) =>
      ({ subject }) =>
        is(subject.region),
  );
  when(
    match.type,
    anyCase,
    (is) =>
      ({ subject }) =>
        is(subject.type),
  );
  when(
    match.service,
    serviceOfResource,
    (is) =>
      ({ subject }) =>
        is(subject.type.split(":", 1).join()),
  );
  when(
    match.resource,
    anyGlob,
    (is) =>
      ({ subject }) =>
        is(subject.arn) || is(subject.id),
  );
  when(match.principal, principalMatcher, (is) => ({ subject: { actor } }) => {
    return actor !== null && principalsOf(actor).some(is);
  });
  when(match.usageType, anyGlob, () => () => false);
  when(match.lineItemType, anyGlob, () => () => false);
  for (const each of DIMENSIONS) when(match[each], anyCase, (is) => (view) => is(view.dimension(each)));
  for (const [key, globs] of Object.entries(match.tags ?? {})) {
    when(globs, anyCase, (is) => (view) => is(view.tag(key)));
  }
  return (view) => {
    for (const holds of conditions) if (!holds(view)) return false;
    return true;
  };
}

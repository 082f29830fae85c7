import { anyGlob, type TextMatcher } from "../../text/glob.ts";

const SESSION = /^arn:([a-z-]+):sts::(\d+):assumed-role\/([^/]+)\/.*$/;
const ROLE_WITH_PATH = /^(.*?:role\/).*\/([^/]*)$/;

/**
 * Compiles globs of principals; a role's pattern also matches every session of it, whose ARN omits the role's path:
 * a pattern that says nothing of the name below the path matches no session, for it would match all.
 *
 * @example principalMatcher("arn:aws:iam::*:role/fraud-*")("arn:aws:sts::111122223333:assumed-role/fraud-ml/ann")
 * // true
 */
export function principalMatcher(patterns: string | readonly string[]): TextMatcher {
  const given = typeof patterns === "string" ? [patterns] : patterns;
  const asGiven = anyGlob(given);
  const withoutPath = anyGlob(given.flatMap(sessionPattern));
  return (principal) => {
    if (principal === "") return false;
    const role = principal.replace(SESSION, "arn:$1:iam::$2:role/$3");
    return asGiven(principal) || asGiven(role) || (role !== principal && withoutPath(role));
  };
}

function sessionPattern(pattern: string): string[] {
  const [, prefix = "", name = ""] = ROLE_WITH_PATH.exec(pattern) ?? [];
  return /[^*?]/.test(name) ? [prefix + name] : [];
}

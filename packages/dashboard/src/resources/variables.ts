const VARIABLE = /\$\{([A-Z_][A-Z0-9_]*):\?\}/g;

/**
 * The variables without which the shell refuses to run a line: values that only a person can choose.
 *
 * @example variablesOf('aws ec2 create-tags … Value="${ML_TEAM:?}"') // ["ML_TEAM"]
 */
export function variablesOf(line: string): readonly string[] {
  return [...new Set([...line.matchAll(VARIABLE)].flatMap(([, name]) => name ?? []))];
}

import type { Actor } from "../catalog/actor.ts";

/**
 * The ways in which rules may name who acted: as the session or user that the log names, and as the role behind it,
 * whose path a session does not show.
 *
 * @example principalsOf(actor)
 * // ["arn:aws:sts::111122223333:assumed-role/fraud-ml/ann", "arn:aws:iam::111122223333:role/ml/fraud-ml"]
 */
export function principalsOf({ arn, roleArn }: Actor): readonly string[] {
  return [...new Set([arn, roleArn])].filter((each) => each !== null);
}

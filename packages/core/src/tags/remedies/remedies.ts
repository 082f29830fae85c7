import type { TagMap } from "../../catalog/tags.ts";
import { REASONS } from "../reasons.ts";
import type { Way } from "../repair/repair.ts";
import type { Judgement } from "../verdict/judge.ts";
import { tagLine } from "./cli.ts";
import { variableOf } from "./shell.ts";

/** Tags to write, as a value: whoever has the permission can do it. */
export type TagRemedy = {
  readonly kind: "tag";
  readonly set: TagMap;
  /** Other spellings of keys, whose values are now under the right ones. */
  readonly remove?: readonly string[];
  /** Where each value comes from. */
  readonly because: readonly { readonly key: string; readonly by: Way; readonly from: string }[];
  /** The line for a shell that does it, or null where no line could. */
  readonly command: string | null;
};

/**
 * What would put a resource right, as far as that is known without asking anybody.
 *
 * @example remediesOf(judge(config).atSight(subject))
 * // [{ kind: "tag", set: { "ml-environment": "prod" }, because: […], command: "aws ec2 create-tags …" }]
 */
export function remediesOf(judgement: Judgement): readonly TagRemedy[] {
  const { verdict, subject, repairs } = judgement;
  if (repairs.length === 0 || verdict === "exempt") return [];
  const remove = repairs.flatMap(({ removes }) => removes);
  const set = repairs.map(({ key, value }) => [key, value] as const);
  return [
    {
      kind: "tag",
      set: Object.fromEntries(set),
      ...(remove.length === 0 ? {} : { remove }),
      because: repairs.map(({ key, by, from }) => ({ key, by, from })),
      command: tagLine(subject, { set, remove, whole: isWhole(judgement) }),
    },
  ];
}

/**
 * The line for a shell that puts a resource wholly right; values that only a person can choose are variables, without
 * which the shell refuses to run it. Null where nothing can be done, or no line could do it.
 *
 * @example fixLine(judgement)
 * // 'aws ec2 create-tags --resources i-0abc --tags Key=ml-team,Value=vision Key=ml-project,Value="${ML_PROJECT:?}"'
 */
export function fixLine(judgement: Judgement): string | null {
  const { verdict, subject, repairs, remaining } = judgement;
  if (verdict === "compliant" || verdict === "exempt") return null;
  const asked = new Set(
    remaining.filter(({ reason }) => REASONS[reason].about !== "unknown").map(({ key }) => key),
  );
  const set = [
    ...repairs.filter(({ key }) => !asked.has(key)).map(({ key, value }) => [key, value] as const),
    ...[...asked].map((key) => [key, variableOf(key)] as const),
  ];
  const remove = repairs.flatMap(({ removes }) => removes);
  return tagLine(subject, { set, remove, whole: isWhole(judgement) });
}

/** A call that replaces all tags would lose those that are not known. */
function isWhole({ final, subject: { state } }: Judgement): boolean {
  return final && state.known === "all" && state.hidden.length === 0;
}

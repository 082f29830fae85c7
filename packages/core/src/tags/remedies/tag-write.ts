import type { AwsObject, AwsValue } from "./aws-values.ts";
import type { Word } from "./shell.ts";
import type { TagForm } from "./tag-calls.ts";

/** What is to be done to the tags of a resource. */
export type TagWrite = {
  readonly set: readonly (readonly [key: string, value: AwsValue])[];
  readonly remove: readonly string[];
  /** Whether the tags known of the resource are all that it carries. */
  readonly whole: boolean;
};

/** One command of the AWS CLI: its name after `aws`, and the words that follow. */
export type Call = { readonly command: string; readonly words: readonly Word[] };

/** The names of a tag's members in most of AWS. */
export const UPPER = { key: "Key", value: "Value" };

/**
 * Tags as objects with members of these names.
 *
 * @example tagObjects([["ml-team", "vision"]], UPPER) // [[["Key", "ml-team"], ["Value", "vision"]]]
 */
export function tagObjects(
  tags: TagWrite["set"],
  { key, value }: Exclude<TagForm, "map">,
): readonly AwsObject[] {
  return tags.map((tag) => [
    [key, tag[0]],
    [value, tag[1]],
  ]);
}

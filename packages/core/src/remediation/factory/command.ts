import { type AwsObject, json, objectWords, optionWords } from "../../tags/remedies/aws-values.ts";
import { shellWord, variableOf, type Word, words } from "../../tags/remedies/shell.ts";
import { tagObjects, UPPER } from "../../tags/remedies/tag-write.ts";
import type { FactoryTag, MadeThere } from "./asked.ts";

/**
 * A line for a POSIX shell that calls the AWS CLI where a resource is.
 *
 * @example awsLine("emr add-tags", [["--resource-id"], ["j-1"]], { region: "eu-central-1" })
 * // "aws emr add-tags --resource-id j-1 --region eu-central-1"
 */
export function awsLine(
  command: string,
  parts: readonly Word[],
  { region }: Pick<MadeThere, "region">,
): string {
  const place = region === null ? [] : (optionWords("--region", region) ?? []);
  return ["aws", command, ...[...parts, ...place].map(shellWord)].join(" ");
}

/**
 * An option with a name; where it is not known the shell refuses to run the line without it.
 *
 * @example named("--cluster", null, "CLUSTER_NAME") // [["--cluster"], [{ variable: "CLUSTER_NAME" }]]
 */
export function named(option: string, name: string | null, variable: string): readonly Word[] {
  return (name === null ? null : optionWords(option, name)) ?? [[option], [{ variable }]];
}

/** Tags as the AWS CLI takes them; values that a person must choose are variables. */
export function tagMembers(tags: readonly FactoryTag[]): readonly AwsObject[] {
  return tagObjects(
    tags.map(({ key, value }) => [key, value ?? variableOf(key)] as const),
    UPPER,
  );
}

/** An option with tags. */
export function tagOption(option: string, tags: readonly FactoryTag[]): readonly Word[] {
  return [[option], ...objectWords(tagMembers(tags))];
}

/**
 * The data of a launch template that tags what it launches.
 *
 * @example shellWord(launchTags([{ key: "ml-team", value: "vision" }], ["volume"]))
 * // `'{"TagSpecifications":[{"ResourceType":"volume","Tags":[{"Key":"ml-team","Value":"vision"}]}]}'`
 */
export function launchTags(tags: readonly FactoryTag[], kinds: readonly string[]): Word {
  const list = separated(tagMembers(tags).map(json));
  const each = kinds.map((kind) => [`{"ResourceType":"${kind}","Tags":[`, ...list, "]}"]);
  return words('{"TagSpecifications":[', ...separated(each), "]}");
}

function separated(all: readonly Word[]): Word {
  return all.flatMap((word, index) => [index === 0 ? "" : ",", ...word]);
}

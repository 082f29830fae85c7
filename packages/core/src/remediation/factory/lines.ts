import { hclText } from "../syntax/hcl.ts";
import { scriptText } from "../syntax/typescript.ts";
import { yamlText } from "../syntax/yaml.ts";
import type { FactoryTag } from "./asked.ts";

/** Stands where a person must choose a value. */
const PLACEHOLDER = "CHANGE_ME";
const CHOOSE = "a person must choose this value";

type Line = (tag: FactoryTag) => string;

/**
 * Tags as entries of a map in HCL, each on a line of its own.
 *
 * @example hclTags([{ key: "ml-team", value: "vision" }], 2) // '  "ml-team" = "vision"'
 */
export function hclTags(tags: readonly FactoryTag[], indent: number): string {
  return lines(tags, indent, ({ key, value }) =>
    withComment(`${hclText(key)} = ${hclText(value ?? PLACEHOLDER)}`, value, "#"),
  );
}

/**
 * Tags as entries of a map in YAML.
 *
 * @example yamlTags([{ key: "ml-team", value: "vision" }], 2) // '  "ml-team": "vision"'
 */
export function yamlTags(tags: readonly FactoryTag[], indent: number): string {
  return lines(tags, indent, ({ key, value }) =>
    withComment(`${yamlText(key)}: ${yamlText(value ?? PLACEHOLDER)}`, value, "#"),
  );
}

/**
 * Tags as a list of objects in YAML.
 *
 * @example yamlTagList([{ key: "ml-team", value: "vision" }], 0) // '- { Key: "ml-team", Value: "vision" }'
 */
export function yamlTagList(tags: readonly FactoryTag[], indent: number): string {
  return lines(tags, indent, ({ key, value }) =>
    withComment(`- { Key: ${yamlText(key)}, Value: ${yamlText(value ?? PLACEHOLDER)} }`, value, "#"),
  );
}

/**
 * Tags in TypeScript or Python, each written by a function of its quoted key and value.
 *
 * @example scriptTags(tags, 0, (key, value) => `cdk.Tags.of(this).add(${key}, ${value});`, "//")
 */
export function scriptTags(
  tags: readonly FactoryTag[],
  indent: number,
  write: (key: string, value: string) => string,
  comment: "//" | "#",
): string {
  return lines(tags, indent, ({ key, value }) =>
    withComment(write(scriptText(key), scriptText(value ?? PLACEHOLDER)), value, comment),
  );
}

function lines(tags: readonly FactoryTag[], indent: number, line: Line): string {
  return tags.map((tag) => `${" ".repeat(indent)}${line(tag)}`).join("\n");
}

function withComment(line: string, value: string | null, comment: string): string {
  return value === null ? `${line} ${comment} ${CHOOSE}` : line;
}

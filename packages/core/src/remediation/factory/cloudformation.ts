import type { Factory } from "./asked.ts";
import { scriptTags, yamlTagList } from "./lines.ts";

/** A template tags its resources, and a stack all of them that take tags. */
export const cloudformation: Factory = ({ tags }) => [
  {
    says: "In the template, under the properties of this resource; some types take a map of keys and values instead of a list.",
    code: ["Tags:", yamlTagList(tags, 2)].join("\n"),
  },
  {
    says: "With CDK, in the construct or the whole stack.",
    code: scriptTags(tags, 0, (key, value) => `cdk.Tags.of(this).add(${key}, ${value});`, "//"),
  },
  {
    says: "Tags of the stack itself (--tags when it is deployed) reach all its resources that take tags; an update that names tags replaces those that the stack had.",
  },
];

import { objectWords } from "../../tags/remedies/aws-values.ts";
import { hclText } from "../syntax/hcl.ts";
import type { Asked, Factory, FactoryTag } from "./asked.ts";
import { awsLine, tagMembers } from "./command.ts";
import { launchTemplateSteps } from "./launch-template.ts";

/** A group tags the instances that it launches, but not their volumes: those only its launch template can. */
export const autoScaling: Factory = (asked) => [
  {
    says: "The group hands its tags to the instances that it launches from now on; those of the group win over those of its launch template.",
    code: groupLine(asked),
  },
  ...launchTemplateSteps(asked, "of the group, as a group hands no tags to volumes"),
  {
    says: "The group in Terraform.",
    code: ['resource "aws_autoscaling_group" "this" {', ...asked.tags.map(tagBlock), "}"].join("\n"),
  },
];

function groupLine({ name, subject, tags }: Asked): string {
  const group = name ?? { variable: "GROUP_NAME" };
  const objects = tagMembers(tags).map((tag) => [
    ["ResourceId", group] as const,
    ["ResourceType", "auto-scaling-group"] as const,
    ...tag,
    ["PropagateAtLaunch", true] as const,
  ]);
  return awsLine("autoscaling create-or-update-tags", [["--tags"], ...objectWords(objects)], subject);
}

function tagBlock({ key, value }: FactoryTag): string {
  return [
    "  tag {",
    `    key                 = ${hclText(key)}`,
    `    value               = ${hclText(value ?? "CHANGE_ME")}${value === null ? " # a person must choose this value" : ""}`,
    "    propagate_at_launch = true",
    "  }",
  ].join("\n");
}

import type { Asked, Step } from "./asked.ts";
import { awsLine, launchTags } from "./command.ts";
import { hclTags } from "./lines.ts";

/** What a launch template can tag of an instance. */
const KINDS = ["instance", "volume"];

/**
 * The steps that make a launch template tag instances and their volumes.
 *
 * @param whose as in `of the group`
 */
export function launchTemplateSteps({ subject, tags }: Asked, whose: string): readonly Step[] {
  const line = awsLine(
    "ec2 create-launch-template-version",
    [
      ["--launch-template-id"],
      [{ variable: "LAUNCH_TEMPLATE_ID" }],
      ["--source-version"],
      [{ variable: "SOURCE_VERSION" }],
      ["--launch-template-data"],
      launchTags(tags, KINDS),
    ],
    subject,
  );
  const specification = (kind: string) =>
    [
      "  tag_specifications {",
      `    resource_type = "${kind}"`,
      "    tags = {",
      hclTags(tags, 6),
      "    }",
      "  }",
    ].join("\n");
  return [
    {
      says: `A new version of the launch template ${whose}; it replaces the tags that the old version sets, so add those to it, and then let it be used.`,
      code: line,
    },
    {
      says: "The same in Terraform, within the launch template that is there.",
      code: ['resource "aws_launch_template" "this" {', ...KINDS.map(specification), "}"].join("\n"),
    },
  ];
}

import { json } from "../../tags/remedies/aws-values.ts";
import { variableOf, words } from "../../tags/remedies/shell.ts";
import type { Asked, Factory } from "./asked.ts";
import { awsLine, named } from "./command.ts";
import { launchTemplateSteps } from "./launch-template.ts";
import { hclTags, yamlTags } from "./lines.ts";

/** Instances have the tags of the environment's compute resources, tasks those of their job definition. */
export const batch: Factory = (asked) => [
  {
    says: "The compute environment's own tags reach no instance, those of its compute resources do; Batch replaces its instances for the change.",
    code: environmentLine(asked),
  },
  {
    says: "The same in Terraform.",
    code: [
      'resource "aws_batch_compute_environment" "this" {',
      "  compute_resources {",
      "    tags = {",
      hclTags(asked.tags, 6),
      "    }",
      "  }",
      "}",
    ].join("\n"),
  },
  {
    says: "A job hands the tags of its definition to its tasks when it is told to (CloudFormation).",
    code: [
      "Type: AWS::Batch::JobDefinition",
      "Properties:",
      "  PropagateTags: true",
      "  Tags:",
      yamlTags(asked.tags, 4),
    ].join("\n"),
  },
  ...launchTemplateSteps(asked, "of the compute environment, where volumes need the tags too"),
];

function environmentLine({ name, subject, tags }: Asked): string {
  const map = json(tags.map(({ key, value }) => [key, value ?? variableOf(key)] as const));
  return awsLine(
    "batch update-compute-environment",
    [
      ...named("--compute-environment", name, "COMPUTE_ENVIRONMENT"),
      ["--compute-resources"],
      words('{"tags":', ...map, "}"),
    ],
    subject,
  );
}

import type { Asked, Factory } from "./asked.ts";
import { autoScaling } from "./auto-scaling.ts";
import { awsLine, named } from "./command.ts";
import { hclTags, yamlTagList } from "./lines.ts";

/** A service hands its tags to tasks when it is told to; instances come from an Auto Scaling group. */
export const ecs: Factory = (asked) => {
  if (!asked.subject.type.startsWith("ecs:")) {
    return [
      { says: "Instances of a cluster come from the Auto Scaling group of its capacity provider." },
      ...autoScaling({ ...asked, name: null }),
    ];
  }
  return [
    {
      says: "The service hands its tags to its tasks; only tasks that it starts from now on have them. What runs no service hands over --propagate-tags TASK_DEFINITION, or --tags, when a task is run.",
      code: serviceLine(asked),
    },
    {
      says: "In the template of the service, which also needs the tags themselves (CloudFormation).",
      code: [
        "Type: AWS::ECS::Service",
        "Properties:",
        "  PropagateTags: SERVICE",
        "  EnableECSManagedTags: true",
        "  Tags:",
        yamlTagList(asked.tags, 4),
      ].join("\n"),
    },
    {
      says: "The same in Terraform.",
      code: [
        'resource "aws_ecs_service" "this" {',
        '  propagate_tags          = "SERVICE"',
        "  enable_ecs_managed_tags = true",
        "  tags = {",
        hclTags(asked.tags, 4),
        "  }",
        "}",
      ].join("\n"),
    },
  ];
};

function serviceLine({ name, subject }: Asked): string {
  return awsLine(
    "ecs update-service",
    [
      ["--cluster"],
      [{ variable: "CLUSTER_NAME" }],
      ...named("--service", name, "SERVICE_NAME"),
      ["--propagate-tags"],
      ["SERVICE"],
      ["--enable-ecs-managed-tags"],
    ],
    subject,
  );
}

import type { Factory } from "./asked.ts";
import { awsLine, named, tagOption } from "./command.ts";
import { hclTags } from "./lines.ts";

/** A cluster hands its tags to its instances, also to those that run already. */
export const emr: Factory = ({ name, subject, tags }) => [
  {
    says: "The cluster hands its tags to its instances.",
    code: awsLine(
      "emr add-tags",
      [...named("--resource-id", name, "CLUSTER_ID"), ...tagOption("--tags", tags)],
      subject,
    ),
  },
  {
    says: "Whatever starts clusters, so that the next one has them from the beginning (Terraform; otherwise --tags of create-cluster).",
    code: ['resource "aws_emr_cluster" "this" {', "  tags = {", hclTags(tags, 4), "  }", "}"].join("\n"),
  },
];

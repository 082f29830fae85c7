import { variableOf, type Word, words } from "../../tags/remedies/shell.ts";
import type { Asked, Factory, Step } from "./asked.ts";
import { awsLine, named } from "./command.ts";
import { hclTags } from "./lines.ts";

/** What this command of the AWS CLI, which has a form of its own, reads as a key. */
const WRITABLE_KEY = /^[A-Za-z0-9][^=]*$/;
const FETCHED = /^(file|fileb|https?):/i;

/** A cluster hands its tags to its instances, also to those that run already. */
export const emr: Factory = (asked) => [
  { says: "The cluster hands its tags to its instances.", ...clusterLine(asked) },
  {
    says: "Whatever starts clusters, so that the next one has them from the beginning (Terraform; otherwise --tags of create-cluster).",
    code: ['resource "aws_emr_cluster" "this" {', "  tags = {", hclTags(asked.tags, 4), "  }", "}"].join(
      "\n",
    ),
  },
];

function clusterLine({ name, subject, tags }: Asked): Pick<Step, "code"> {
  if (tags.some(({ key }) => !WRITABLE_KEY.test(key) || FETCHED.test(key))) return {};
  const pairs: readonly Word[] = tags.map(({ key, value }) => words(`${key}=`, value ?? variableOf(key)));
  const cluster = named("--resource-id", name, "CLUSTER_ID");
  return { code: awsLine("emr add-tags", [...cluster, ["--tags"], ...pairs], subject) };
}

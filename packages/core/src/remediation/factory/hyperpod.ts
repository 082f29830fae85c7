import type { Factory } from "./asked.ts";
import { awsLine, tagOption } from "./command.ts";

/** Tags of a HyperPod cluster are its own: what it makes in an account takes none. */
export const hyperpod: Factory = ({ subject, tags }) => [
  {
    says: "HyperPod takes tags for the cluster, which bear its cost; they reach nothing else that it makes in your account.",
    code: awsLine(
      "sagemaker add-tags",
      [["--resource-arn"], [{ variable: "CLUSTER_ARN" }], ...tagOption("--tags", tags)],
      subject,
    ),
  },
  {
    says: "What the cluster made besides is to be tagged directly, and again when it is made anew, or exempted.",
  },
];

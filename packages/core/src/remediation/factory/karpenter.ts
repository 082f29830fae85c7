import type { Factory } from "./asked.ts";
import { yamlTags } from "./lines.ts";

/** The node class tags all that Karpenter makes: instances, volumes and launch templates. */
export const karpenter: Factory = ({ tags }) => [
  {
    says: "In the node class that the node pool refers to; it tags instances and their volumes. Karpenter may replace nodes for it, as they have drifted from their class.",
    code: [
      "apiVersion: karpenter.k8s.aws/v1",
      "kind: EC2NodeClass",
      "spec:",
      "  tags:",
      yamlTags(tags, 4),
    ].join("\n"),
  },
];

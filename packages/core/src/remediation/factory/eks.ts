import type { Factory } from "./asked.ts";
import { launchTemplateSteps } from "./launch-template.ts";
import { yamlTags } from "./lines.ts";

/** Tags of a node group stay with the node group: its launch template tags nodes. */
export const eks: Factory = (asked) => {
  if (!/^ec2:(instance|volume|launch-template|fleet)$/.test(asked.subject.type)) {
    return [
      {
        says: "EKS made this for the cluster itself and takes no tags for it: tag it directly, and again whenever EKS makes it anew, or exempt it.",
      },
    ];
  }
  return [
    ...launchTemplateSteps(
      asked,
      "of the managed node group, as tags of the node group do not reach EC2; a node group that was made without one needs to be made anew",
    ),
    {
      says: "With EKS Auto Mode it is the node class that tags instances and volumes; the cluster's role must be allowed to.",
      code: [
        "apiVersion: eks.amazonaws.com/v1",
        "kind: NodeClass",
        "spec:",
        "  tags:",
        yamlTags(asked.tags, 4),
      ].join("\n"),
    },
  ];
};

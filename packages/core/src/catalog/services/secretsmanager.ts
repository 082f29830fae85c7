import { list, tagCalls } from "../build.ts";
import type { Service } from "../row.ts";

/** Secrets Manager. The ARN of a secret ends in letters of its own, so that no name makes one. */
export const secretsmanager: Service = {
  source: "secretsmanager.amazonaws.com",
  creations: [
    {
      event: "CreateSecret",
      type: "secretsmanager:secret",
      priority: 4,
      id: "request.name",
      arn: ["response.arn", "response.aRN"],
      tags: [list("request.tags")],
    },
  ],
  taggings: tagCalls(
    "TagResource",
    "UntagResource",
    { at: "request.secretId", type: "secretsmanager:secret" },
    list("request.tags"),
  ),
  others: ["PutSecretValue", "RotateSecret", "RestoreSecret", "ReplicateSecretToRegions"],
};

import { ending, list, tagCalls } from "../build.ts";
import { usualTags } from "../build-facts.ts";
import { isObject } from "../event.ts";
import { textReader, type View } from "../path.ts";
import type { Service } from "../row.ts";

const readSecret = textReader(["response.aRN", "response.arn", "request.secretId"]);

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
  endings: [ending("DeleteSecret", forGood, "secretsmanager:secret")],
  others: ["PutSecretValue", "RotateSecret", "RestoreSecret", "ReplicateSecretToRegions"],
  liveTags: usualTags("secretsmanager", { read: "DescribeSecret" }),
};

/** A secret can be restored for some days, unless the call says otherwise. */
function forGood(view: View): string | null {
  const { request } = view;
  return isObject(request) && request.forceDeleteWithoutRecovery === true ? readSecret(view) : null;
}

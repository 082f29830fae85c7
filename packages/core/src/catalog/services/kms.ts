import { list, tagCalls, untaggable } from "../build.ts";
import { final, remediedBy, usualTags } from "../build-facts.ts";
import type { Service } from "../row.ts";

const ARN = "arn:{partition}:kms:{region}:{account}:key/{id}";

/** KMS, whose tags are objects of `tagKey` and `tagValue`. */
export const kms: Service = {
  source: "kms.amazonaws.com",
  creations: [
    {
      event: "CreateKey",
      type: "kms:key",
      priority: 4,
      id: "response.keyMetadata.keyId",
      arn: "response.keyMetadata.arn",
      tags: [list("request.tags")],
    },
    {
      event: "ReplicateKey",
      type: "kms:key",
      priority: 4,
      id: "response.replicaKeyMetadata.keyId",
      arn: "response.replicaKeyMetadata.arn",
      tags: [list("request.tags")],
    },
    untaggable("CreateAlias", "kms:alias", "request.aliasName"),
    untaggable("CreateGrant", "kms:grant", "response.grantId"),
    untaggable("CreateCustomKeyStore", "kms:custom-key-store", "response.customKeyStoreId"),
  ],
  taggings: tagCalls(
    "TagResource",
    "UntagResource",
    { at: "request.keyId", type: "kms:key", template: ARN },
    list("request.tags"),
  ),
  others: [
    "ImportKeyMaterial",
    "RotateKeyOnDemand",
    "RotateKey",
    "Encrypt",
    "Decrypt",
    "ReEncrypt",
    "GenerateDataKey",
  ],
  liveTags: usualTags("kms", { read: "ListResourceTags", gone: ["NotFoundException"] }),
  types: {
    "kms:key": remediedBy(
      // The key comes back, but not every database that lost it meanwhile.
      final(
        "kms:disable-key",
        "DisableKey",
        "documented",
        "what it encrypts cannot be read; some of that is lost within days",
      ),
    ),
  },
};

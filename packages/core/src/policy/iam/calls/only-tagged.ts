import type { ServiceCalls } from "./calls.ts";

/** Services whose resources we only tag, where IAM differs from what most have. */
export const onlyTagged: readonly ServiceCalls[] = [
  { service: "acm", tagging: { removals: { "acm:AddTagsToCertificate": "acm:RemoveTagsFromCertificate" } } },
  { service: "aoss", wide: ["aoss:TagResource", "aoss:UntagResource"] },
  {
    service: "apigateway",
    arns: ["arn:{partition}:apigateway:*::/tags/*"],
    // Its permissions are those of HTTP.
    tagging: {
      permissions: { "apigateway:TagResource": "apigateway:PUT" },
      removals: { "apigateway:TagResource": "apigateway:DELETE" },
    },
  },
  {
    service: "backup",
    // A recovery point has the ARN of the service that it is of.
    arns: ["arn:{partition}:backup:*:{account}:*"],
  },
  { service: "cloudtrail" },
  { service: "dax", tagging: { keyless: ["dax:TagResource", "dax:UntagResource"] } },
  {
    service: "route53",
    arns: ["arn:{partition}:route53:::*"],
    tagging: {
      removals: { "route53:ChangeTagsForResource": "route53:ChangeTagsForResource" },
      keyless: ["route53:ChangeTagsForResource"],
    },
  },
  {
    service: "tag",
    wide: ["tag:GetResources", "tag:TagResources", "tag:UntagResources"],
    tagging: { keyless: ["tag:TagResources", "tag:UntagResources"] },
  },
  { service: "transcribe", wide: ["transcribe:TagResource", "transcribe:UntagResource"] },
];

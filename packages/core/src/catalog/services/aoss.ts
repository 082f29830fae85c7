import { ending, list, tagResource, untaggable } from "../build.ts";
import { onlyAsked, usualTags } from "../build-facts.ts";
import type { Service } from "../row.ts";

const ARN = "arn:{partition}:aoss:{region}:{account}:{type}/{id}";

/** OpenSearch Serverless. */
export const aoss: Service = {
  source: "aoss.amazonaws.com",
  creations: [
    {
      event: "CreateCollection",
      type: "aoss:collection",
      priority: 1,
      id: "response.createCollectionDetail.id",
      arn: "response.createCollectionDetail.arn",
      tags: [list("request.tags")],
    },
    {
      event: "CreateCollectionGroup",
      type: "aoss:collection-group",
      priority: 2,
      id: "response.createCollectionGroupDetail.id",
      arn: "response.createCollectionGroupDetail.arn",
      tags: [list("request.tags")],
    },
    untaggable("CreateVpcEndpoint", "aoss:vpc-endpoint", "response.createVpcEndpointDetail.id"),
    untaggable("CreateAccessPolicy", "aoss:access-policy", "request.name"),
    untaggable("CreateSecurityPolicy", "aoss:security-policy", "request.name"),
    untaggable("CreateLifecyclePolicy", "aoss:lifecycle-policy", "request.name"),
    untaggable("CreateSecurityConfig", "aoss:security-config", "request.name"),
    untaggable("CreateIndex", "aoss:index", "request.indexName"),
  ],
  taggings: tagResource("request.resourceArn", list("request.tags")),
  endings: [
    ending("DeleteCollection", "request.id", "aoss:collection", ARN),
    ending("DeleteCollectionGroup", "request.id", "aoss:collection-group", ARN),
  ],
  liveTags: usualTags("aoss"),
  types: {
    "aoss:collection": onlyAsked(),
    "aoss:collection-group": onlyAsked(),
  },
};

import { list, tagResource, untaggable } from "../build.ts";
import type { Service } from "../row.ts";

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
};

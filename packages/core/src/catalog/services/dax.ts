import { list, tagResource, untaggable } from "../build.ts";
import type { Service } from "../row.ts";

/** DAX, which calls a cluster a cache in its ARN. */
export const dax: Service = {
  source: "dax.amazonaws.com",
  creations: [
    {
      event: "CreateCluster",
      type: "dax:cache",
      priority: 3,
      id: "response.cluster.clusterName",
      arn: "response.cluster.clusterArn",
      tags: [list("request.tags")],
    },
    untaggable("CreateParameterGroup", "dax:parameter-group", "response.parameterGroup.parameterGroupName"),
    untaggable("CreateSubnetGroup", "dax:subnet-group", "response.subnetGroup.subnetGroupName"),
  ],
  taggings: tagResource("request.resourceName", list("request.tags")),
};

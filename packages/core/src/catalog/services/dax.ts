import { ending, list, tagResource, untaggable } from "../build.ts";
import { onlyAsked, readyIn, usualTags } from "../build-facts.ts";
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
  endings: [
    ending(
      "DeleteCluster",
      ["response.cluster.clusterArn", "request.clusterName"],
      "dax:cache",
      "arn:{partition}:dax:{region}:{account}:cache/{id}",
    ),
  ],
  liveTags: usualTags("dax", { read: "ListTags", gone: ["ClusterNotFoundFault"] }),
  types: {
    "dax:cache": onlyAsked(readyIn(10, "available", "model", "InvalidClusterStateFault")),
  },
};

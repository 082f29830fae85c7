import { map, tagResource } from "../build.ts";
import type { Service } from "../row.ts";
import { clusterPrice } from "./eks-price.ts";

const TAGS = [map("request.tags")];

/** EKS, whose tags never reach the instances of a node group. */
export const eks: Service = {
  source: "eks.amazonaws.com",
  creations: [
    {
      event: "CreateCluster",
      type: "eks:cluster",
      priority: 1,
      // Records of 2018 call the cluster by the second name.
      id: ["request.name", "request.clusterName", "response.cluster.name"],
      arn: "response.cluster.arn",
      tags: TAGS,
      price: clusterPrice,
    },
    {
      event: "CreateNodegroup",
      type: "eks:nodegroup",
      priority: 1,
      id: "request.nodegroupName",
      arn: "response.nodegroup.nodegroupArn",
      tags: TAGS,
    },
    {
      event: "CreateFargateProfile",
      type: "eks:fargateprofile",
      priority: 2,
      id: "request.fargateProfileName",
      arn: "response.fargateProfile.fargateProfileArn",
      tags: TAGS,
    },
    {
      event: "CreateAddon",
      type: "eks:addon",
      priority: 4,
      id: "request.addonName",
      arn: "response.addon.addonArn",
      tags: TAGS,
    },
    {
      event: "CreateAccessEntry",
      type: "eks:access-entry",
      priority: 4,
      arn: "response.accessEntry.accessEntryArn",
      tags: TAGS,
    },
    {
      event: "CreatePodIdentityAssociation",
      type: "eks:podidentityassociation",
      priority: 4,
      id: "response.association.associationId",
      arn: "response.association.associationArn",
      tags: TAGS,
    },
  ],
  taggings: tagResource("request.resourceArn", map("request.tags")),
};

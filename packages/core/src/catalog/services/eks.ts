import { ending, map, tagResource } from "../build.ts";
import { foundBy, IMMEDIATE, lossy, onlyAsked, usualTags } from "../build-facts.ts";
import type { Service } from "../row.ts";
import { joined } from "../texts.ts";
import type { Readiness } from "../type-facts.ts";
import { clusterPrice } from "./eks-price.ts";

const TAGS = [map("request.tags")];

/** The tagging call takes what is still being made. */
const AT_ONCE: Readiness = { ...IMMEDIATE, evidence: "documented" };

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
      event: "AssociateIdentityProviderConfig",
      type: "eks:identityproviderconfig",
      priority: 4,
      id: joined("request.clusterName", "request.oidc.identityProviderConfigName"),
      // Its ARN ends in an id that no event shows.
      taggedElsewhere: true,
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
  endings: [
    ending(
      "DeleteCluster",
      ["response.cluster.arn", "request.name", "request.clusterName"],
      "eks:cluster",
      "arn:{partition}:eks:{region}:{account}:cluster/{id}",
    ),
    ending(
      "DisassociateIdentityProviderConfig",
      joined("request.clusterName", "request.identityProviderConfig.name"),
      "eks:identityproviderconfig",
    ),
    ending("DeleteNodegroup", "response.nodegroup.nodegroupArn"),
    ending("DeleteFargateProfile", "response.fargateProfile.fargateProfileArn"),
    ending("DeleteAddon", "response.addon.addonArn"),
    ending("DeletePodIdentityAssociation", "response.association.associationArn"),
  ],
  liveTags: usualTags("eks", { gone: ["NotFoundException"] }),
  types: {
    // What costs is its nodes.
    "eks:cluster": onlyAsked(AT_ONCE, foundBy("eks:DescribeCluster", ["ResourceNotFoundException"])),
    "eks:nodegroup": {
      readiness: AT_ONCE,
      remedies: [
        lossy(
          "eks:empty-nodegroup",
          "UpdateNodegroupConfig",
          "documented",
          "its nodes are terminated with what lies on them",
          {
            undo: "UpdateNodegroupConfig",
            states: ["ACTIVE"],
            refused: ["scaled-automatically"],
          },
        ),
      ],
      exists: foundBy("eks:DescribeNodegroup", ["ResourceNotFoundException"]),
    },
    // To delete one evicts the pods that it runs.
    "eks:fargateprofile": onlyAsked(
      AT_ONCE,
      foundBy("eks:DescribeFargateProfile", ["ResourceNotFoundException"]),
    ),
  },
};

import type { Conditions } from "../document.ts";
import type { Need, ServiceCalls } from "./calls.ts";

const GROUPS = "arn:{partition}:ec2:*:{account}:security-group/*";
const PURPOSE = { "aws:RequestTag/tagledger:purpose": ["quarantine"] };
const OURS: Conditions = { StringEquals: { "aws:ResourceTag/tagledger:purpose": ["quarantine"] } };

/** The group that quarantined instances are put into is made once for each network, and kept empty; no other is touched. */
const ISOLATING: readonly Need[] = [
  // The groups that an instance is taken out of and given back are as much part of the call as the instance.
  { calls: ["ec2:ModifyInstanceAttribute"], arns: [GROUPS] },
  { calls: ["ec2:CreateSecurityGroup"], arns: ["arn:{partition}:ec2:*:{account}:vpc/*"] },
  { calls: ["ec2:CreateSecurityGroup"], arns: [GROUPS], when: { StringEquals: PURPOSE } },
  {
    calls: ["ec2:CreateTags"],
    arns: [GROUPS],
    when: { StringEquals: { ...PURPOSE, "ec2:CreateAction": ["CreateSecurityGroup"] } },
  },
  { calls: ["ec2:RevokeSecurityGroupEgress", "ec2:RevokeSecurityGroupIngress"], arns: [GROUPS], when: OURS },
];

/** What starts with an encrypted volume is given the use of its key, which EC2 asks for in the name of who starts it. */
const STARTING: readonly Need[] = [
  {
    calls: ["kms:CreateGrant"],
    arns: ["arn:{partition}:kms:*:{account}:key/*"],
    when: {
      Bool: { "kms:GrantIsForAWSResource": ["true"] },
      StringLike: { "kms:ViaService": ["ec2.*.amazonaws.com*"] },
    },
  },
];

/** EC2, which describes nearly everything only for a whole account. */
export const ec2: ServiceCalls = {
  service: "ec2",
  lists: [
    "ec2:DescribeAddresses",
    "ec2:DescribeCapacityReservations",
    "ec2:DescribeHosts",
    "ec2:DescribeImages",
    "ec2:DescribeInstances",
    "ec2:DescribeNatGateways",
    "ec2:DescribeSnapshots",
    "ec2:DescribeVolumes",
    "ec2:DescribeVpcEndpoints",
  ],
  looks: ["ec2:DescribeTags"],
  asksExistence: true,
  wide: "reads",
  narrow: ["ec2:DescribeImageAttribute", "ec2:DescribeInstanceAttribute"],
  // Images and snapshots are of no account.
  arns: [
    "arn:{partition}:ec2:*:{account}:*",
    "arn:{partition}:ec2:*::image/*",
    "arn:{partition}:ec2:*::snapshot/*",
  ],
  remedied: {
    "ec2:fleet": {
      arns: ["arn:{partition}:ec2:*:{account}:fleet/*"],
      inspects: ["ec2:DescribeFleets"],
    },
    "ec2:image": {
      arns: ["arn:{partition}:ec2:*::image/*"],
      inspects: ["ec2:DescribeImageAttribute", "ec2:DescribeImages"],
    },
    "ec2:instance": {
      arns: ["arn:{partition}:ec2:*:{account}:instance/*"],
      inspects: [
        "autoscaling:DescribeAutoScalingInstances",
        "ec2:DescribeFleets",
        "ec2:DescribeInstanceAttribute",
        "ec2:DescribeInstances",
        "ec2:DescribeSecurityGroupRules",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSpotInstanceRequests",
      ],
      needs: { "ec2:isolate": ISOLATING, "ec2:stop": STARTING },
    },
    "ec2:security-group": {
      arns: [GROUPS],
      inspects: ["ec2:DescribeSecurityGroupRules", "ec2:DescribeSecurityGroups"],
    },
    "ec2:spot-fleet-request": {
      arns: ["arn:{partition}:ec2:*:{account}:spot-fleet-request/*"],
      inspects: ["ec2:DescribeSpotFleetRequests"],
    },
  },
};

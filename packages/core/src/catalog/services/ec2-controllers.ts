import { shownBy } from "../build-facts.ts";
import type { ControllerKey } from "../type-facts.ts";

/** What launched an instance, the closest to its purpose first: an EKS node is also a member of a group and of a fleet. */
export const instanceControllers: readonly ControllerKey[] = [
  shownBy("karpenter", "karpenter.sh/nodepool"),
  shownBy("karpenter", "karpenter.sh/provisioner-name"),
  shownBy("karpenter", "karpenter.k8s.aws/ec2nodeclass"),
  shownBy("eks", "eks:nodegroup-name"),
  shownBy("eks", "eks:eks-cluster-name"),
  shownBy("eks", "eks:cluster-name"),
  shownBy("eks", "aws:eks:cluster-name"),
  shownBy("batch", "aws:batch:compute-environment", "inferred"),
  shownBy("batch", "AWSBatchServiceTag", "inferred"),
  shownBy("emr", "aws:elasticmapreduce:job-flow-id"),
  shownBy("pcs", "aws:pcs:compute-node-group-id"),
  shownBy("parallelcluster", "parallelcluster:cluster-name"),
  shownBy("kubernetes", "kubernetes.io/cluster/*", "documented", "owned"),
  shownBy("ray", "ray-cluster-name", "inferred"),
  shownBy("ecs", "aws:ecs:clusterName"),
  shownBy("ecs", "AmazonECSManaged"),
  shownBy("auto-scaling", "aws:autoscaling:groupName"),
  shownBy("spot-fleet", "aws:ec2spot:fleet-request-id"),
  // A fleet that launches just once also leaves this, and replaces nothing.
  shownBy("ec2-fleet", "aws:ec2:fleet-id"),
];

/** What attaches a volume, and deletes it with what it serves. */
export const volumeControllers: readonly ControllerKey[] = [
  shownBy("karpenter", "karpenter.sh/nodepool"),
  shownBy("emr", "aws:elasticmapreduce:job-flow-id"),
  shownBy("kubernetes", "ebs.csi.aws.com/cluster"),
  shownBy("kubernetes", "kubernetes.io/created-for/pvc/name"),
];

/** What uses a network interface. */
export const interfaceControllers: readonly ControllerKey[] = [
  shownBy("eks", "eks:eni:owner"),
  shownBy("kubernetes", "cluster.k8s.amazonaws.com/name"),
];

/** What made a security group for its own traffic. */
export const securityGroupControllers: readonly ControllerKey[] = [
  shownBy("eks", "aws:eks:cluster-name"),
  shownBy("kubernetes", "elbv2.k8s.aws/cluster"),
];

/** What made a fleet or a launch template to launch its own nodes. */
export const launchControllers: readonly ControllerKey[] = [
  shownBy("karpenter", "karpenter.sh/nodepool"),
  shownBy("karpenter", "karpenter.k8s.aws/cluster"),
  shownBy("eks", "eks:nodegroup-name"),
];

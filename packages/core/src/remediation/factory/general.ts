import type { Controller } from "../../catalog/type-facts.ts";

/** Where others take tags, in a sentence. */
export const GENERAL: Readonly<Partial<Record<Controller, string>>> = {
  backup:
    "AWS Backup tags recovery points: in the backup plan, under RecoveryPointTags of the rule; a copy of the source's tags is a setting of the resource type.",
  "cluster-autoscaler":
    "The Cluster Autoscaler only sets the size of node groups: the launch template of the node group, or of its Auto Scaling group, is what tags nodes and volumes.",
  crossplane: "Crossplane writes the tags of the managed resource, under spec.forProvider.tags.",
  "data-lifecycle-manager":
    "Data Lifecycle Manager tags snapshots and images: in the policy, under TagsToAdd of the schedule, or CopyTags for those of the source.",
  datazone:
    "Amazon DataZone (SageMaker Unified Studio) makes this for a project: its tags come from the project profile and the blueprint of the environment.",
  kubernetes:
    "A controller in the cluster makes this: volumes have the tags of their StorageClass (parameters tagSpecification_1 and on) or of the EBS CSI driver (extraVolumeTags), load balancers those of the annotation aws-load-balancer-additional-resource-tags, ACK resources those under spec.tags.",
  parallelcluster:
    "ParallelCluster tags all that it makes: in the configuration of the cluster, under Tags; the cluster has to be updated for it.",
  pcs: "AWS PCS launches nodes from the launch template of the compute node group: TagSpecifications for instance and volume in a new version of it, then an update of the node group.",
  ray: "Ray tags what it launches: in the configuration of the cluster, under node_config.TagSpecifications of each node type.",
  "sagemaker-project":
    "A SageMaker project is provisioned from a product of Service Catalog: its template, or tags given when the project is made, tag what comes of it.",
};

/** For what nobody knows more of. */
export const UNKNOWN =
  "Something makes this resource and may make it anew: these tags belong where it is defined, else they are lost with the next change there.";

/**
 * How a fact is known: the API's own model states it, it was seen in a recorded call, a documentation says so, or it
 * follows from what is known of others like it.
 */
export type Evidence = "model" | "seen" | "documented" | "inferred";

/** A call as permissions name it: `ec2:DescribeTags`; the client that makes it may go by another name. */
export type Call = `${string}:${string}`;

/** When a new resource takes tags. */
export type Readiness = {
  /** Milliseconds after its creation when a first look makes sense: an estimate, which proves nothing. */
  readonly after: number;
  /** The state in which it takes tags, as `available`; null where its first will do. */
  readonly state: string | null;
  /**
   * The error that tagging it answers until then. Where the same error says that a resource is gone, it says nothing
   * of one that was never seen.
   */
  readonly refusal?: string;
  readonly evidence: Evidence;
};

/** The call that tells whether a resource is there, and in which state. */
export type Existence = {
  readonly call: Call;
  /** Errors that say it is not there. Empty where the only such error says other things as well. */
  readonly gone: readonly string[];
  /** True where the answer just leaves out what is not there. */
  readonly omits?: true;
  /** States in which it is still shown, but as good as gone: what it carries is lost, or cannot be changed. */
  readonly ended?: readonly string[];
  readonly evidence: Evidence;
};

/** The call that reads tags. */
export type TagRead = {
  readonly call: Call;
  /** How many resources one call takes. */
  readonly batch: number;
  /**
   * Whether the answer tells a resource without tags from one that is not there. Where it does not, the answer may
   * also lack a resource that never had tags, and may hold one that is gone.
   */
  readonly existence: "stated" | "unstated";
  /** Errors that say the resource is not there; among several, one that is gone fails the call for all. */
  readonly gone: readonly string[];
  /** The error that says the resource is there and has no tags. */
  readonly untagged?: string;
};

/** The call that writes tags. */
export type TagWrite = {
  readonly call: Call;
  readonly batch: number;
  /** False where what is written replaces all tags that are there. */
  readonly merges: boolean;
  /** The call to make where this one is refused. */
  readonly otherwise?: TagWrite;
};

/** The calls that read and write the tags of a resource that exists. */
export type LiveTags = {
  readonly read: TagRead;
  /** Null where tags change only with the resource itself. */
  readonly write: TagWrite | null;
  readonly evidence: Evidence;
};

/**
 * What a remedy destroys: nothing, so that undoing it restores all; work or data, though compute comes back; or the
 * resource or its work for good. What a resource fails to serve meanwhile does not count, what it held does.
 */
export type RemedyClass = "reversible" | "lossy" | "final";

/** What may hold of a resource and then changes what a remedy destroys, or whether it works. */
export type Condition =
  /** What launched it replaces what stops. */
  | "in-auto-scaling-group"
  | "in-fleet"
  | "spot-one-time"
  | "instance-store-root"
  | "stop-protected"
  | "termination-protected"
  | "several-network-interfaces"
  | "shared-image"
  | "capacity-block"
  | "within-commitment"
  | "host-in-use"
  | "address-in-use"
  /** A fleet or request that launches once and keeps no target. */
  | "not-maintained"
  | "instance-fleets"
  /** Its variants may not shrink to nothing, as without inference components none may. */
  | "minimum-above-zero"
  /** Application Auto Scaling, or a scaler of the cluster, sets the size again. */
  | "scaled-automatically"
  | "daemon-scheduling"
  | "jobs-running"
  | "read-replica"
  | "has-read-replicas"
  | "multi-az-sql-server"
  /** An engine or instance that the call is not for: Aurora by instance, Neptune by instance, RDS Custom. */
  | "stopped-by-cluster"
  | "serverless-engine"
  | "in-global-database"
  | "on-demand-capacity"
  | "express-workflow";

/** Something that can be done about a resource, other than to tag it. */
export type Remedy = {
  /** By which the configuration allows it, as `ec2:stop`: one name for one call, wherever it is offered. */
  readonly name: `${string}:${string}`;
  readonly call: Call;
  /** The call that takes it back; null where none does. */
  readonly undo: Call | null;
  /** What it destroys unless one of `unless` holds; one that cannot be checked counts as holding. */
  readonly class: RemedyClass;
  readonly unless?: readonly { readonly when: Condition; readonly class: RemedyClass }[];
  /** Where it does not work; one that cannot be checked is left to the call's own refusal. */
  readonly refused?: readonly Condition[];
  /** The states in which it works and is of use; absent where any will do. */
  readonly states?: readonly string[];
  /** How it is known what it does. */
  readonly evidence: Evidence;
  /** Why it is of its class, and what whoever decides should know. */
  readonly note: string;
};

/** What makes and replaces resources, so that acting on one of them is undone or spreads. */
export type Controller =
  | "auto-scaling"
  | "backup"
  | "batch"
  | "cloudformation"
  | "cluster-autoscaler"
  | "crossplane"
  | "data-lifecycle-manager"
  | "datazone"
  | "ec2-fleet"
  | "ecs"
  | "eks"
  | "elastic-beanstalk"
  | "emr"
  | "hyperpod"
  | "karpenter"
  | "kubernetes"
  | "parallelcluster"
  | "pcs"
  | "pulumi"
  | "ray"
  | "sagemaker"
  | "sagemaker-project"
  | "service-catalog"
  | "spot-fleet"
  | "terraform";

/** A tag that shows a controller; its value names the controller, or the end of its key where that is open. */
export type ControllerKey = {
  /** As in `aws:autoscaling:groupName`; a `*` at its end stands for the controller's name. */
  readonly key: string;
  /** The value that shows it, where not any does. */
  readonly value?: string;
  readonly controller: Controller;
  readonly evidence: Evidence;
};

/** What is known of all resources of one type. */
export type TypeFacts = {
  readonly readiness: Readiness;
  /** Empty where nothing can be done that is worth it: a person is asked. */
  readonly remedies: readonly Remedy[];
  readonly exists?: Existence;
  /** Absent where the service reads and writes the tags of all its types alike. */
  readonly liveTags?: LiveTags;
  /** Tags that show a controller of such resources, besides those that any may carry; the closest one first. */
  readonly controllers?: readonly ControllerKey[];
};

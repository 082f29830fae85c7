import type { Actor } from "./actor.ts";
import { shownBy } from "./build-facts.ts";
import { typeFacts } from "./facts-of-type.ts";
import type { TagMap } from "./tags.ts";
import type { Controller, ControllerKey, Evidence } from "./type-facts.ts";

/** What controls a resource, and how that shows. */
export type Controlled = {
  readonly controller: Controller;
  /** Which one, as the name of a group or a stack; null where that does not show. */
  readonly name: string | null;
  /** A tag that only AWS writes, a tag that anybody may write, or who created the resource. */
  readonly by: "aws" | "tag" | "actor";
  readonly evidence: Evidence;
};

/** Tags that show a controller of any type. Service Catalog and Elastic Beanstalk deploy by stacks: they come first. */
const GENERAL: readonly ControllerKey[] = [
  shownBy("service-catalog", "aws:servicecatalog:provisionedProductArn"),
  shownBy("elastic-beanstalk", "elasticbeanstalk:environment-name"),
  shownBy("elastic-beanstalk", "elasticbeanstalk:environment-id"),
  shownBy("cloudformation", "aws:cloudformation:stack-name"),
  shownBy("backup", "aws:backup:source-resource"),
  shownBy("data-lifecycle-manager", "aws:dlm:lifecycle-policy-id"),
  shownBy("sagemaker-project", "sagemaker:project-name"),
  shownBy("datazone", "AmazonDataZoneProject"),
  shownBy("karpenter", "karpenter.sh/nodepool"),
  shownBy("kubernetes", "services.k8s.aws/controller-version"),
  shownBy("kubernetes", "kubernetes.io/cluster/*", "documented", "owned"),
  shownBy("crossplane", "crossplane-name"),
  shownBy("parallelcluster", "parallelcluster:cluster-name"),
  shownBy("pulumi", "pulumi:stack", "inferred"),
  shownBy("terraform", "yor_trace", "inferred"),
];

/** Tools that write no tags by themselves, but whose users do: `terraform: true`, `ManagedBy: Terraform`. */
const TOOLS: readonly Controller[] = ["terraform", "pulumi", "crossplane", "cloudformation"];
const TOOL_NAMES: Readonly<Record<string, Controller>> = {
  opentofu: "terraform",
  terragrunt: "terraform",
  cdk: "cloudformation",
};
const SAYS_WHAT_MANAGES = new Set([
  "managedby",
  "provisionedby",
  "provisioner",
  "createdby",
  "deployedby",
  "iac",
  "iactool",
]);
const NO = new Set(["", "false", "no", "0", "none"]);

/** Values that say no more than that there is a controller. */
const NAMELESS = new Set(["", "true"]);

/** Services that create resources of others and go on managing them. */
const SERVICES: Readonly<Record<string, Controller>> = {
  "autoscaling.amazonaws.com": "auto-scaling",
  "batch.amazonaws.com": "batch",
  "cloudformation.amazonaws.com": "cloudformation",
  "ec2fleet.amazonaws.com": "ec2-fleet",
  "ecs.amazonaws.com": "ecs",
  "eks.amazonaws.com": "eks",
  "eks-nodegroup.amazonaws.com": "eks",
  "elasticbeanstalk.amazonaws.com": "elastic-beanstalk",
  "elasticmapreduce.amazonaws.com": "emr",
  "hyperpod.sagemaker.amazonaws.com": "hyperpod",
  "pcs.amazonaws.com": "pcs",
  "sagemaker.amazonaws.com": "sagemaker",
  "servicecatalog.amazonaws.com": "service-catalog",
  "spotfleet.amazonaws.com": "spot-fleet",
};

/**
 * What controls a resource, by its tags, else by who created it; of several the closest.
 *
 * @example controllerOf("ec2:instance", { "aws:autoscaling:groupName": "web" })
 * // { controller: "auto-scaling", name: "web", by: "aws", evidence: "documented" }
 */
export function controllerOf(
  type: string,
  tags: TagMap,
  actor?: Pick<Actor, "type" | "display" | "service" | "roleName">,
): Controlled | null {
  for (const key of [...typeFacts(type).controllers, ...GENERAL]) {
    const found = shown(key, tags);
    if (found !== null) return found;
  }
  return toolOf(tags) ?? (actor === undefined ? null : creatorOf(actor));
}

function shown({ key, value, controller, evidence }: ControllerKey, tags: TagMap): Controlled | null {
  const found = key.endsWith("*") ? opened(key.slice(0, -1), tags) : named(key, tags);
  if (found === null || (value !== undefined && found.value !== value)) return null;
  return {
    controller,
    name: NAMELESS.has(found.name) ? null : found.name,
    by: key.startsWith("aws:") ? "aws" : "tag",
    evidence,
  };
}

type Found = { readonly name: string; readonly value: string };

function named(key: string, tags: TagMap): Found | null {
  const value = Object.hasOwn(tags, key) ? tags[key] : undefined;
  return value === undefined ? null : { name: value, value };
}

function opened(start: string, tags: TagMap): Found | null {
  const entry = Object.entries(tags).find(([key]) => key.startsWith(start) && key.length > start.length);
  return entry === undefined ? null : { name: entry[0].slice(start.length), value: entry[1] };
}

function toolOf(tags: TagMap): Controlled | null {
  for (const [key, value] of Object.entries(tags)) {
    const spelled = key.toLowerCase().replace(/[^a-z0-9]/g, "");
    const words = value.toLowerCase().split(/[^a-z0-9]+/);
    const controller = SAYS_WHAT_MANAGES.has(spelled) ? toolAmong(words) : toolAmong([spelled]);
    const denied = NO.has(value.trim().toLowerCase());
    if (controller !== null && !denied) return { controller, name: null, by: "tag", evidence: "inferred" };
  }
  return null;
}

function toolAmong(words: readonly string[]): Controller | null {
  for (const word of words) {
    const tool = Object.hasOwn(TOOL_NAMES, word) ? TOOL_NAMES[word] : TOOLS.find((name) => name === word);
    if (tool !== undefined) return tool;
  }
  return null;
}

function creatorOf({
  type,
  display,
  service,
  roleName,
}: Pick<Actor, "type" | "display" | "service" | "roleName">): Controlled | null {
  const made = (controller: Controller, evidence: Evidence): Controlled => ({
    controller,
    name: null,
    by: "actor",
    evidence,
  });
  for (const source of [service, type === "AWSService" ? display : null]) {
    const controller = source && Object.hasOwn(SERVICES, source) ? SERVICES[source] : undefined;
    if (controller !== undefined) return made(controller, "seen");
  }
  return roleName !== null && /karpenter/i.test(roleName) ? made("karpenter", "inferred") : null;
}

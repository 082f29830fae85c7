import { ending, list, untaggable } from "../build.ts";
import { onlyAsked, shownBy, usualTags } from "../build-facts.ts";
import type { Path } from "../path.ts";
import type { Row, Service, TaggedFacts } from "../row.ts";
import type { ControllerKey } from "../type-facts.ts";

const TAGS = [list("request.tags")];
const CLASSIC = {
  type: "elasticloadbalancing:classic-loadbalancer",
  template: "arn:{partition}:elasticloadbalancing:{region}:{account}:loadbalancer/{id}",
} as const;

/** Tagging calls name load balancers by ARN, classic ones by name. */
const NAMED: TaggedFacts[] = [
  { each: "request.resourceArns", at: "item" },
  { each: "request.loadBalancerNames", at: "item", ...CLASSIC },
];

/** What made a load balancer for the services of a cluster. */
const CLUSTERS: readonly ControllerKey[] = [
  shownBy("kubernetes", "elbv2.k8s.aws/cluster"),
  shownBy("kubernetes", "kubernetes.io/cluster/*", "documented", "owned"),
];

/** Elastic Load Balancing, where the classic kind shares its event names with all later kinds. */
export const elasticloadbalancing: Service = {
  source: "elasticloadbalancing.amazonaws.com",
  creations: [
    {
      event: "CreateLoadBalancer",
      type: "elasticloadbalancing:loadbalancer",
      priority: 3,
      mayExist: true,
      each: "response.loadBalancers",
      id: "item.loadBalancerName",
      arn: "item.loadBalancerArn",
      tags: TAGS,
      otherwise: { ...CLASSIC, id: "request.loadBalancerName", tags: TAGS },
    },
    {
      event: "CreateTargetGroup",
      type: "elasticloadbalancing:targetgroup",
      priority: 4,
      mayExist: true,
      each: "response.targetGroups",
      id: "item.targetGroupName",
      arn: "item.targetGroupArn",
      tags: TAGS,
    },
    byArn("CreateListener", "listener", "response.listeners", "item.listenerArn"),
    byArn("CreateRule", "listener-rule", "response.rules", "item.ruleArn"),
    byArn("CreateTrustStore", "truststore", "response.trustStores", "item.trustStoreArn"),
    untaggable(
      "CreateLoadBalancerListeners",
      "elasticloadbalancing:classic-listener",
      "request.loadBalancerName",
    ),
    untaggable("CreateLoadBalancerPolicy", "elasticloadbalancing:classic-policy", "request.policyName"),
    untaggable(
      "CreateAppCookieStickinessPolicy",
      "elasticloadbalancing:classic-policy",
      "request.policyName",
    ),
    untaggable("CreateLBCookieStickinessPolicy", "elasticloadbalancing:classic-policy", "request.policyName"),
  ],
  taggings: [
    { event: "AddTags", resources: NAMED, sets: TAGS },
    // The classic kind takes the keys as tags without values.
    { event: "RemoveTags", resources: NAMED, removes: ["request.tagKeys", "request.tags"] },
  ],
  endings: [
    {
      event: "DeleteLoadBalancer",
      resources: [{ at: "request.loadBalancerArn" }, { at: "request.loadBalancerName", ...CLASSIC }],
    },
    ending("DeleteTargetGroup", "request.targetGroupArn"),
    ending("DeleteListener", "request.listenerArn"),
    ending("DeleteRule", "request.ruleArn"),
    ending("DeleteTrustStore", "request.trustStoreArn"),
  ],
  others: ["RegisterTargets", "RegisterInstancesWithLoadBalancer", "ConfigureHealthCheck"],
  liveTags: usualTags("elasticloadbalancing", {
    read: "DescribeTags",
    write: "AddTags",
    gone: [
      "LoadBalancerNotFound",
      "TargetGroupNotFound",
      "ListenerNotFound",
      "RuleNotFound",
      "TrustStoreNotFound",
    ],
    batch: 20,
    evidence: "documented",
  }),
  types: {
    "elasticloadbalancing:loadbalancer": { ...onlyAsked(), controllers: CLUSTERS },
    "elasticloadbalancing:classic-loadbalancer": { ...onlyAsked(), controllers: CLUSTERS },
    "elasticloadbalancing:targetgroup": { ...onlyAsked(), controllers: CLUSTERS },
  },
};

function byArn(event: string, type: string, each: Path, arn: Path): Row {
  return { event, type: `elasticloadbalancing:${type}`, priority: 4, each, arn, tags: TAGS };
}

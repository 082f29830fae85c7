import { ending, list, untaggable } from "../build.ts";
import { usualTags } from "../build-facts.ts";
import { type PathFunction, textReader } from "../path.ts";
import type { Row, Service } from "../row.ts";
import { lastPart } from "../texts.ts";

const ARN = "arn:{partition}:route53:::{type}/{id}";
const kind = textReader("request.resourceType");

/** Route 53, whose ids arrive as paths: `/hostedzone/Z1`. */
export const route53: Service = {
  source: "route53.amazonaws.com",
  creations: [
    made("CreateHostedZone", "hostedzone", lastPart("response.hostedZone.id")),
    made("CreateHealthCheck", "healthcheck", textReader("response.healthCheck.id")),
    untaggable("CreateTrafficPolicy", "route53:trafficpolicy", "response.trafficPolicy.id"),
    untaggable("CreateReusableDelegationSet", "route53:delegationset", "response.delegationSet.id"),
    untaggable("CreateQueryLoggingConfig", "route53:queryloggingconfig", "response.queryLoggingConfig.id"),
  ],
  taggings: [
    {
      event: "ChangeTagsForResource",
      resources: [
        { at: "request.resourceId", type: (view) => `route53:${kind(view) ?? "any"}`, template: ARN },
      ],
      sets: [list("request.addTags")],
      removes: ["request.removeTagKeys"],
    },
  ],
  endings: [
    ending("DeleteHostedZone", lastPart("request.id"), "route53:hostedzone", ARN),
    ending("DeleteHealthCheck", "request.healthCheckId", "route53:healthcheck", ARN),
  ],
  others: ["ChangeResourceRecordSets", "CreateVPCAssociationAuthorization"],
  liveTags: usualTags("route53", {
    read: "ListTagsForResources",
    write: "ChangeTagsForResource",
    gone: ["NoSuchHostedZone", "NoSuchHealthCheck"],
    batch: 10,
  }),
};

function made(event: string, type: string, id: PathFunction): Row {
  return { event, type: `route53:${type}`, priority: 4, id, template: ARN };
}

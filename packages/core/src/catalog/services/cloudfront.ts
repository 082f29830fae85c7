import { ending, list, tagResource, untaggable } from "../build.ts";
import { usualTags } from "../build-facts.ts";
import type { Path } from "../path.ts";
import type { EndingRow, Row, Service, TagSource } from "../row.ts";

/** CloudFront. */
export const cloudfront: Service = {
  source: "cloudfront.amazonaws.com",
  versioned: true,
  creations: [
    distribution("CreateDistribution", "distribution"),
    { ...distribution("CreateDistributionWithTags", "distribution"), tags: [wrapped("distribution")] },
    distribution("CopyDistribution", "distribution"),
    distribution("CreateStreamingDistribution", "streamingDistribution"),
    {
      ...distribution("CreateStreamingDistributionWithTags", "streamingDistribution"),
      tags: [wrapped("streamingDistribution")],
    },
    {
      event: "CreateFunction",
      type: "cloudfront:function",
      priority: 4,
      id: ["response.functionSummary.name", "request.name"],
      arn: "response.functionSummary.functionMetadata.functionARN",
      tags: [list("request.tags")],
    },
    untaggable("CreateInvalidation", "cloudfront:invalidation", "response.invalidation.id"),
    untaggable("CreateCachePolicy", "cloudfront:cache-policy", "response.cachePolicy.id"),
    untaggable(
      "CreateOriginRequestPolicy",
      "cloudfront:origin-request-policy",
      "response.originRequestPolicy.id",
    ),
    untaggable(
      "CreateOriginAccessControl",
      "cloudfront:origin-access-control",
      "response.originAccessControl.id",
    ),
    untaggable(
      "CreateCloudFrontOriginAccessIdentity",
      "cloudfront:origin-access-identity",
      "response.cloudFrontOriginAccessIdentity.id",
    ),
    untaggable("CreatePublicKey", "cloudfront:public-key", "response.publicKey.id"),
    untaggable("CreateKeyGroup", "cloudfront:key-group", "response.keyGroup.id"),
  ],
  taggings: tagResource("request.resource", list("request.tags"), "request.tagKeys"),
  endings: [
    gone("DeleteDistribution", "distribution", "request.id"),
    gone("DeleteStreamingDistribution", "streaming-distribution", "request.id"),
    gone("DeleteFunction", "function", "request.name"),
  ],
  others: ["PublishFunction", "TestFunction"],
  liveTags: usualTags("cloudfront", { gone: ["NoSuchResource"] }),
};

function distribution(event: string, what: string): Row {
  return {
    event,
    type: what === "distribution" ? "cloudfront:distribution" : "cloudfront:streaming-distribution",
    priority: 4,
    id: `response.${what}.id`,
    arn: `response.${what}.aRN`,
  };
}

function wrapped(what: string): TagSource {
  return list(`request.${what}ConfigWithTags.tags`);
}

function gone(event: string, type: string, id: Path): EndingRow {
  return ending(event, id, `cloudfront:${type}`, "arn:{partition}:cloudfront::{account}:{type}/{id}");
}

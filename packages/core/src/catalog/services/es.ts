import { ending, list, tagCalls, untaggable } from "../build.ts";
import { onlyAsked, readyIn, usualTags } from "../build-facts.ts";
import type { Row, Service } from "../row.ts";

const DOMAIN_ARN = "arn:{partition}:es:{region}:{account}:domain/{id}";

/** OpenSearch Service, which still goes by the name of Elasticsearch. */
export const es: Service = {
  source: "es.amazonaws.com",
  creations: [
    domain("CreateDomain"),
    domain("CreateElasticsearchDomain"),
    {
      event: "CreateApplication",
      type: "es:application",
      priority: 3,
      id: "response.id",
      arn: "response.arn",
      tags: [list("request.tagList")],
    },
    untaggable("CreatePackage", "es:package", "response.packageDetails.packageID"),
    untaggable("CreateVpcEndpoint", "es:vpc-endpoint", "response.vpcEndpoint.vpcEndpointId"),
    untaggable("CreateOutboundConnection", "es:outbound-connection", "response.connectionId"),
  ],
  taggings: tagCalls(
    "AddTags",
    "RemoveTags",
    { at: ["request.aRN", "request.arn"] },
    list("request.tagList"),
  ),
  endings: [
    ending("DeleteDomain", ["response.domainStatus.aRN", "request.domainName"], "es:domain", DOMAIN_ARN),
    ending(
      "DeleteElasticsearchDomain",
      ["response.domainStatus.aRN", "request.domainName"],
      "es:domain",
      DOMAIN_ARN,
    ),
  ],
  liveTags: usualTags("es", { read: "ListTags", write: "AddTags" }),
  types: {
    "es:domain": onlyAsked(readyIn(20, "Active", "documented", "ValidationException")),
  },
};

function domain(event: string): Row {
  return {
    event,
    type: "es:domain",
    priority: 2,
    id: "response.domainStatus.domainName",
    arn: "response.domainStatus.aRN",
    tags: [list("request.tagList")],
  };
}

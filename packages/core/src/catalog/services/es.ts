import { list, tagCalls, untaggable } from "../build.ts";
import type { Row, Service } from "../row.ts";

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

import { map, tagResource, untaggable } from "../build.ts";
import type { Row, Service } from "../row.ts";

const TAGS = [map("request.tags")];

/** Lambda, whose events carry the date of their API version; rows without one match them all. */
export const lambda: Service = {
  source: "lambda.amazonaws.com",
  creations: [
    made("CreateFunction20150331"),
    made("CreateFunction20141111"),
    {
      event: "CreateEventSourceMapping20150331",
      type: "lambda:event-source-mapping",
      priority: 4,
      id: "response.uUID",
      arn: "response.eventSourceMappingArn",
      template: "arn:{partition}:lambda:{region}:{account}:event-source-mapping:{id}",
      tags: TAGS,
    },
    {
      event: "CreateCodeSigningConfig20200422",
      type: "lambda:code-signing-config",
      priority: 4,
      id: "response.codeSigningConfig.codeSigningConfigId",
      arn: "response.codeSigningConfig.codeSigningConfigArn",
      tags: TAGS,
    },
    {
      event: "CreateCapacityProvider",
      type: "lambda:capacity-provider",
      priority: 2,
      id: "request.capacityProviderName",
      arn: "response.capacityProvider.capacityProviderArn",
      tags: TAGS,
    },
    untaggable("CreateAlias20150331", "lambda:alias", "response.name"),
    untaggable("PublishVersion20150331", "lambda:version", "response.version"),
    untaggable("PublishLayerVersion20181031", "lambda:layer", "request.layerName"),
    untaggable("CreateFunctionUrlConfig", "lambda:function-url", "response.functionUrl"),
  ],
  taggings: tagResource("request.resource", map("request.tags")),
  others: ["AddPermission20150331v2", "AddLayerVersionPermission20181031", "PutFunctionConcurrency20171031"],
};

function made(event: string): Row {
  return {
    event,
    type: "lambda:function",
    priority: 2,
    id: "response.functionName",
    arn: ["response.functionArn", "response.functionARN"],
    tags: TAGS,
  };
}

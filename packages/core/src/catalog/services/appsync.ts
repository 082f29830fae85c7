import { ending, map, tagResource, untaggable } from "../build.ts";
import { usualTags } from "../build-facts.ts";
import type { Service } from "../row.ts";

const ARN = "arn:{partition}:appsync:{region}:{account}:apis/{id}";

/** AppSync. */
export const appsync: Service = {
  source: "appsync.amazonaws.com",
  creations: [
    {
      event: "CreateGraphqlApi",
      type: "appsync:apis",
      priority: 4,
      id: "response.graphqlApi.apiId",
      arn: "response.graphqlApi.arn",
      tags: [map("request.tags")],
    },
    {
      event: "CreateApi",
      type: "appsync:apis",
      priority: 4,
      id: "response.api.apiId",
      arn: "response.api.apiArn",
      tags: [map("request.tags")],
    },
    untaggable("CreateApiKey", "appsync:api-key", "response.apiKey.id"),
    untaggable("CreateDataSource", "appsync:data-source", "request.name"),
    untaggable("CreateResolver", "appsync:resolver", "request.fieldName"),
    untaggable("CreateFunction", "appsync:function", "request.name"),
    untaggable("CreateType", "appsync:type", "request.apiId"),
  ],
  taggings: tagResource("request.resourceArn", map("request.tags")),
  endings: [
    ending("DeleteGraphqlApi", "request.apiId", "appsync:apis", ARN),
    ending("DeleteApi", "request.apiId", "appsync:apis", ARN),
  ],
  others: ["StartSchemaCreation", "EvaluateCode", "EvaluateMappingTemplate"],
  liveTags: usualTags("appsync", { gone: ["NotFoundException"] }),
};

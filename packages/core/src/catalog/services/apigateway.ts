import { map, tagResource, untaggable } from "../build.ts";
import type { Path } from "../path.ts";
import type { Row, Service } from "../row.ts";

/** API Gateway, both of its generations; requests of the first are sometimes wrapped in what they create. */
export const apigateway: Service = {
  source: "apigateway.amazonaws.com",
  creations: [
    made("CreateRestApi", "restapi", "response.id", "restapis", "createRestApiInput"),
    made("ImportRestApi", "restapi", "response.id", "restapis"),
    made("CreateApi", "api", "response.apiId", "apis"),
    made("ImportApi", "api", "response.apiId", "apis"),
    made("CreateApiKey", "apikey", "response.id", "apikeys", "createApiKeyInput"),
    made("CreateUsagePlan", "usageplan", "response.id", "usageplans", "createUsagePlanInput"),
    made("CreateVpcLink", "vpclink", "response.id", "vpclinks", "createVpcLinkInput"),
    made("CreateDomainName", "domainname", "response.domainName", "domainnames", "createDomainNameInput"),
    {
      event: "CreateStage",
      type: "apigateway:stage",
      priority: 4,
      id: ["response.stageName", "request.createStageInput.stageName"],
      tags: [map("request.tags"), map("request.createStageInput.tags")],
    },
    untaggable("CreateResource", "apigateway:resource", "response.id"),
    untaggable("CreateDeployment", "apigateway:deployment", ["response.id", "response.deploymentId"]),
    untaggable("CreateAuthorizer", "apigateway:authorizer", ["response.id", "response.authorizerId"]),
    untaggable("CreateModel", "apigateway:model", ["response.id", "response.modelId"]),
    untaggable("CreateRoute", "apigateway:route", "response.routeId"),
    untaggable("CreateIntegration", "apigateway:integration", "response.integrationId"),
    untaggable("CreateUsagePlanKey", "apigateway:usage-plan-key", "response.id"),
    untaggable("CreateBasePathMapping", "apigateway:base-path-mapping", "request.domainName"),
    untaggable("CreateApiMapping", "apigateway:api-mapping", "response.apiMappingId"),
  ],
  taggings: tagResource("request.resourceArn", map("request.tags")),
  others: [
    "PutMethod",
    "PutMethodResponse",
    "PutIntegration",
    "PutIntegrationResponse",
    "PutGatewayResponse",
    "PutRestApi",
  ],
};

function made(event: string, type: string, id: Path, inArn: string, input?: string): Row {
  const wrapped = input === undefined ? [] : [map(`request.${input}.tags`)];
  return {
    event,
    type: `apigateway:${type}`,
    priority: 4,
    id,
    template: `arn:{partition}:apigateway:{region}::/${inArn}/{id}`,
    tags: [map("request.tags"), ...wrapped],
  };
}

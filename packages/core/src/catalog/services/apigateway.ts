import { ending, map, tagResource, untaggable } from "../build.ts";
import { usualTags } from "../build-facts.ts";
import type { Path } from "../path.ts";
import type { EndingRow, Row, Service } from "../row.ts";
import { arnOf } from "../texts.ts";

const ARN = "arn:{partition}:apigateway:{region}::/{id}";
const STAGE: Path[] = ["response.stageName", "request.createStageInput.stageName", "request.stageName"];

/** A stage goes on in the ARN of its API, of either generation. */
const STAGE_ARN = [
  arnOf(ARN, "restapis", "request.restApiId", "stages", STAGE),
  arnOf(ARN, "apis", "request.apiId", "stages", STAGE),
];

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
      id: STAGE,
      arn: STAGE_ARN,
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
  endings: [
    gone("DeleteRestApi", "restapi", "request.restApiId", "restapis"),
    gone("DeleteApi", "api", "request.apiId", "apis"),
    gone("DeleteApiKey", "apikey", "request.apiKey", "apikeys"),
    gone("DeleteUsagePlan", "usageplan", "request.usagePlanId", "usageplans"),
    gone("DeleteVpcLink", "vpclink", "request.vpcLinkId", "vpclinks"),
    ending("DeleteStage", STAGE_ARN),
    gone("DeleteDomainName", "domainname", "request.domainName", "domainnames"),
  ],
  others: [
    "PutMethod",
    "PutMethodResponse",
    "PutIntegration",
    "PutIntegrationResponse",
    "PutGatewayResponse",
    "PutRestApi",
  ],
  liveTags: usualTags("apigateway", { read: "GetTags", gone: ["NotFoundException"] }),
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

function gone(event: string, type: string, id: Path, inArn: string): EndingRow {
  return ending(event, id, `apigateway:${type}`, `arn:{partition}:apigateway:{region}::/${inArn}/{id}`);
}

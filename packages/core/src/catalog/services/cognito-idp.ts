import { ending, map, tagResource, untaggable } from "../build.ts";
import { usualTags } from "../build-facts.ts";
import type { Service } from "../row.ts";

const ARN = "arn:{partition}:cognito-idp:{region}:{account}:userpool/{id}";

/** Cognito user pools. */
export const cognitoIdp: Service = {
  source: "cognito-idp.amazonaws.com",
  creations: [
    {
      event: "CreateUserPool",
      type: "cognito-idp:userpool",
      priority: 4,
      id: "response.userPool.id",
      arn: "response.userPool.arn",
      template: ARN,
      tags: [map("request.userPoolTags")],
    },
    untaggable("CreateUserPoolClient", "cognito-idp:userpool-client", "response.userPoolClient.clientId"),
    untaggable("CreateUserPoolDomain", "cognito-idp:userpool-domain", "request.domain"),
    untaggable("CreateGroup", "cognito-idp:group", "request.groupName"),
    untaggable("CreateIdentityProvider", "cognito-idp:identity-provider", "request.providerName"),
    untaggable("CreateResourceServer", "cognito-idp:resource-server", "request.identifier"),
    untaggable("AdminCreateUser", "cognito-idp:user", "request.username"),
    untaggable("SignUp", "cognito-idp:user", "request.username"),
  ],
  taggings: [
    ...tagResource("request.resourceArn", map("request.tags")),
    {
      event: "UpdateUserPool",
      resources: [{ at: "request.userPoolId", type: "cognito-idp:userpool", template: ARN }],
      replaces: [map("request.userPoolTags")],
      mayHoldNone: true,
    },
  ],
  endings: [ending("DeleteUserPool", "request.userPoolId", "cognito-idp:userpool", ARN)],
  liveTags: usualTags("cognito-idp"),
};

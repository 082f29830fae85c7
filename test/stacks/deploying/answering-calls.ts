import { type Calls, OURS } from "./calls-of-type.ts";

/** API Gateway knows its APIs by ids of its own, and asks for permissions by the methods of HTTP; tags have a path of their own. */
const called = {
  on: ["apis", "apis/*", "tags/*"].map((path) => `arn:aws:apigateway:REGION::/${path}`),
  actions: ["DELETE", "GET", "PATCH", "POST", "PUT"].map((method) => `apigateway:${method}`),
};

/** For what answers requests, and where the page is. */
export const ANSWERING_CALLS: Readonly<Record<string, Calls>> = {
  "aws:apigatewayv2/api:Api": called,
  "aws:apigatewayv2/integration:Integration": called,
  "aws:apigatewayv2/route:Route": called,
  "aws:apigatewayv2/stage:Stage": called,
  "aws:cloudfront/distribution:Distribution": {
    on: ["arn:aws:cloudfront::ACCOUNT:distribution/*"],
    actions: [
      "cloudfront:CreateDistribution",
      "cloudfront:DeleteDistribution",
      "cloudfront:GetDistribution",
      "cloudfront:ListTagsForResource",
      "cloudfront:TagResource",
      "cloudfront:UntagResource",
      "cloudfront:UpdateDistribution",
    ],
  },
  "aws:cloudfront/originAccessControl:OriginAccessControl": {
    on: ["arn:aws:cloudfront::ACCOUNT:origin-access-control/*"],
    actions: [
      "cloudfront:CreateOriginAccessControl",
      "cloudfront:DeleteOriginAccessControl",
      "cloudfront:GetOriginAccessControl",
      "cloudfront:UpdateOriginAccessControl",
    ],
  },
  "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy": {
    on: ["arn:aws:cloudfront::ACCOUNT:response-headers-policy/*"],
    actions: [
      "cloudfront:CreateResponseHeadersPolicy",
      "cloudfront:DeleteResponseHeadersPolicy",
      "cloudfront:GetResponseHeadersPolicy",
      "cloudfront:UpdateResponseHeadersPolicy",
    ],
  },
  "aws:lambda/permission:Permission": {
    on: [`arn:aws:lambda:REGION:ACCOUNT:function:${OURS}-*`],
    actions: ["lambda:AddPermission", "lambda:GetPolicy", "lambda:RemovePermission"],
  },
};

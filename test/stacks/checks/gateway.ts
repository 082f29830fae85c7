import { ofType } from "../graph/function-of.ts";
import type { Check } from "./check.ts";

/** What is below this path is for whoever signs; all else must be below the other. */
const [SIGNED, OPEN] = [/^ANY \/iam\//, /^ANY \/api\//];

/** Requests are limited, and it is written for a while what was asked. */
export const requestsAreLimited: Check = (graph) =>
  ofType(graph, "aws:apigatewayv2/stage:Stage").flatMap(({ name, inputs }) => {
    const { throttlingRateLimit, throttlingBurstLimit } = (inputs.defaultRouteSettings ?? {}) as {
      readonly throttlingRateLimit?: number;
      readonly throttlingBurstLimit?: number;
    };
    const { destinationArn } = (inputs.accessLogSettings ?? {}) as { readonly destinationArn?: string };
    const group = ofType(graph, "aws:cloudwatch/logGroup:LogGroup").find(({ arn }) => arn === destinationArn);
    const isLimited = Number(throttlingRateLimit) > 0 && Number(throttlingBurstLimit) > 0;
    return [
      ...(isLimited ? [] : [`${name} takes as many requests as come`]),
      ...(Number(group?.inputs.retentionInDays) > 0
        ? []
        : [`${name} (${group?.name ?? "no group"}) keeps what was asked for ever, or not at all`]),
    ];
  });

/** What is for whoever signs is for nobody else, and nothing besides is reached but what checks tokens itself. */
export const signedRoutesAreSigned: Check = (graph) =>
  ofType(graph, "aws:apigatewayv2/route:Route").flatMap(({ name, inputs }) => {
    const key = String(inputs.routeKey);
    const isRight = inputs.authorizationType === "AWS_IAM" ? SIGNED.test(key) : OPEN.test(key);
    return isRight ? [] : [`${name} lets in whoever asks for ${key}`];
  });

/** Whoever shows pages tells browsers to keep to them, and reaches buckets as itself. */
export const pagesAreGuarded: Check = (graph) =>
  ofType(graph, "aws:cloudfront/distribution:Distribution").flatMap(({ name, inputs }) => {
    const origins = inputs.origins as readonly Readonly<Record<string, unknown>>[];
    const behaviors = [
      inputs.defaultCacheBehavior,
      ...((inputs.orderedCacheBehaviors ?? []) as readonly object[]),
    ] as readonly Readonly<Record<string, unknown>>[];
    const files = origins.filter(({ domainName }) => /\.s3\./.test(String(domainName)));
    const ids = files.map(({ originId }) => originId);
    return [
      ...files
        .filter(({ originAccessControlId }) => originAccessControlId === undefined)
        .map(({ originId }) => `${name} reads ${originId} as anybody`),
      ...behaviors
        .filter(({ viewerProtocolPolicy }) => viewerProtocolPolicy === "allow-all")
        .map(({ pathPattern = "all" }) => `${name} shows ${pathPattern} without TLS`),
      ...behaviors
        .filter((each) => ids.includes(each.targetOriginId) && each.responseHeadersPolicyId === undefined)
        .map(({ pathPattern = "all" }) => `${name} shows ${pathPattern} unguarded`),
    ];
  });

import type { Told } from "./told.ts";

/** For how many days it is kept: as the logs of functions are. */
const DAYS = { kept: 365, tried: 30 };

/** What is written of each request: nobody's name or address, and nothing that was asked for besides the path. */
const FORMAT = {
  requestId: "$context.requestId",
  time: "$context.requestTime",
  method: "$context.httpMethod",
  path: "$context.path",
  route: "$context.routeKey",
  status: "$context.status",
  length: "$context.responseLength",
  latency: "$context.responseLatency",
  error: "$context.integrationErrorMessage",
};

/** Where API Gateway writes what was asked, and how it was answered. */
export function accessLog({ names, isKept }: Told): aws.types.input.apigatewayv2.StageAccessLogSettings {
  const group = new aws.cloudwatch.LogGroup("ApiAccess", {
    // Groups that are called so need no permission of their own each.
    name: `/aws/vendedlogs/apis/${names.ours}-api`,
    retentionInDays: isKept ? DAYS.kept : DAYS.tried,
  });
  // What is compared as a number is written as one.
  const format = JSON.stringify(FORMAT).replaceAll(/"(\$context\.(status|responseLatency))"/g, "$1");
  return { destinationArn: group.arn, format };
}

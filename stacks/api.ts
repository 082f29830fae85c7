import { accessLog } from "./access-log.ts";
import type { Stores } from "./environment.ts";
import { houseFunction, type Made } from "./function.ts";
import type { Told } from "./told.ts";

/** What answers requests, and where. */
export interface Api {
  readonly gateway: aws.apigatewayv2.Api;
  readonly functions: readonly Made[];
  readonly deadLetters: Readonly<Record<string, never>>;
}

/** As long as API Gateway waits for an answer, in seconds. */
const TIMEOUT = 29;
/** How often everybody together may ask: of one reader the function itself takes less. */
const RATE = { throttlingRateLimit: 50, throttlingBurstLimit: 100 };

/**
 * The API over HTTP: below `/iam/api/` for whoever signs requests by IAM; below `/api/` for whoever carries a token, which
 * the function checks, where the configuration says whose tokens are taken.
 */
export function api(told: Told, stores: Stores): Api {
  const { names, config } = told;
  const answers = houseFunction("api", told, stores, {
    description: "Answers what people and programs ask over HTTP.",
    timeout: TIMEOUT,
    memory: 1024,
    role: names.reader,
    queues: {},
  });
  const gateway = new aws.apigatewayv2.Api("Api", {
    name: `${names.ours}-api`,
    description: "The API of Tagledger.",
    protocolType: "HTTP",
  });
  new aws.apigatewayv2.Stage("ApiStage", {
    apiId: gateway.id,
    name: "$default",
    autoDeploy: true,
    defaultRouteSettings: RATE,
    accessLogSettings: accessLog(told),
  });
  const integration = new aws.apigatewayv2.Integration("ApiIntegration", {
    apiId: gateway.id,
    integrationType: "AWS_PROXY",
    integrationUri: answers.function.arn,
    payloadFormatVersion: "2.0",
    timeoutMilliseconds: 1000 * TIMEOUT,
  });
  const target = $interpolate`integrations/${integration.id}`;
  const route = (component: string, path: string, authorizationType: "AWS_IAM" | "NONE") =>
    new aws.apigatewayv2.Route(component, {
      apiId: gateway.id,
      routeKey: `ANY ${path}/{proxy+}`,
      authorizationType,
      target,
    });
  route("ApiSigned", "/iam/api", "AWS_IAM");
  if (config.reports.auth !== undefined) route("ApiOpen", "/api", "NONE");
  new aws.lambda.Permission("ApiPermission", {
    action: "lambda:InvokeFunction",
    function: answers.function.name,
    principal: "apigateway.amazonaws.com",
    sourceArn: $interpolate`${gateway.executionArn}/*`,
  });
  return { gateway, functions: [answers], deadLetters: {} };
}

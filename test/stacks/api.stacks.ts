import { describe, expect, test } from "vitest";
import { ofType } from "./graph/function-of.ts";
import type { Graph } from "./graph/types.ts";
import { functionsOf } from "./graph.ts";
import { graphOf } from "./scenarios.ts";

/** With an issuer of tokens, and without one. */
const [OPEN, SIGNED] = ["one account, acting", "one account, observing"] as const;
const [API, ROUTE] = ["aws:apigatewayv2/api:Api", "aws:apigatewayv2/route:Route"];
const STAGE = "aws:apigatewayv2/stage:Stage";
const DISTRIBUTION = "aws:cloudfront/distribution:Distribution";

/** The only one of a type. */
function one(graph: Graph, type: string) {
  const [found, ...more] = ofType(graph, type);
  if (found === undefined || more.length > 0)
    throw new Error(`${type}: there are ${more.length + 1} or none`);
  return found;
}

interface Behavior {
  readonly pathPattern?: string;
  readonly cachePolicyId: string;
  readonly originRequestPolicyId?: string;
  readonly targetOriginId: string;
  readonly viewerProtocolPolicy: string;
  readonly allowedMethods: readonly string[];
  readonly responseHeadersPolicyId?: string;
}

interface Served {
  readonly defaultCacheBehavior: Behavior;
  readonly orderedCacheBehaviors: readonly Behavior[];
  readonly origins: readonly Readonly<Record<string, unknown>>[];
  readonly defaultRootObject: string;
  readonly customErrorResponses?: unknown;
}

const servedIn = (graph: Graph) => one(graph, DISTRIBUTION).inputs as unknown as Served;

describe("the API", () => {
  test.each([
    [SIGNED, ["ANY /iam/api/{proxy+} AWS_IAM"]],
    [OPEN, ["ANY /iam/api/{proxy+} AWS_IAM", "ANY /api/{proxy+} NONE"]],
  ])("takes signed requests, and tokens only where somebody issues them: %s", async (scenario, routes) => {
    const graph = await graphOf(scenario);
    const made = ofType(graph, ROUTE).map(({ inputs }) => `${inputs.routeKey} ${inputs.authorizationType}`);
    expect(made.toSorted()).toEqual(routes.toSorted());
  });

  test("leads every route to its function, which API Gateway alone may call", async () => {
    const graph = await graphOf(OPEN);
    const made = functionsOf(graph).find(({ source }) => source === "functions/api.handler");
    const integration = one(graph, "aws:apigatewayv2/integration:Integration");
    expect(integration.inputs).toMatchObject({ integrationUri: made?.arn, payloadFormatVersion: "2.0" });
    for (const { inputs } of ofType(graph, ROUTE))
      expect(inputs.target).toBe(`integrations/${integration.id}`);
    expect(one(graph, "aws:lambda/permission:Permission").inputs).toMatchObject({
      action: "lambda:InvokeFunction",
      function: made?.name,
      principal: "apigateway.amazonaws.com",
      sourceArn: `arn:aws:execute-api:${graph.region}:${graph.account}:${one(graph, API).id}/*`,
    });
    // Whoever waits hears that it took too long from us.
    expect(Number(made?.timeout) * 1000).toBeLessThanOrEqual(Number(integration.inputs.timeoutMilliseconds));
  });

  test("is limited, and lets no other origin in", async () => {
    const graph = await graphOf(OPEN);
    const { defaultRouteSettings } = one(graph, STAGE).inputs as {
      readonly defaultRouteSettings: Readonly<Record<string, number>>;
    };
    expect(defaultRouteSettings.throttlingRateLimit).toBeLessThanOrEqual(100);
    expect(defaultRouteSettings.throttlingBurstLimit).toBeLessThanOrEqual(200);
    expect(one(graph, API).inputs).not.toHaveProperty("corsConfiguration");
  });

  test("writes what was asked and how it was answered, and nobody's address", async () => {
    const graph = await graphOf(OPEN);
    const { accessLogSettings } = one(graph, STAGE).inputs as {
      readonly accessLogSettings: { readonly destinationArn: string; readonly format: string };
    };
    const group = ofType(graph, "aws:cloudwatch/logGroup:LogGroup").find(
      ({ arn }) => arn === accessLogSettings.destinationArn,
    );
    expect(group?.inputs).toMatchObject({
      name: "/aws/vendedlogs/apis/tagledger-production-api",
      retentionInDays: 365,
    });
    // As API Gateway fills it in, which keeps quotes.
    const line = accessLogSettings.format
      .replace("$context.status", "200")
      .replace("$context.responseLatency", "7");
    expect(JSON.parse(line)).toMatchObject({ status: 200, latency: 7, path: "$context.path" });
    expect(accessLogSettings.format).not.toMatch(/sourceIp|userAgent|caller|user|authorizer|queryString/i);
  });
});

describe("the page", () => {
  test("is only where somebody signs people in", async () => {
    const graph = await graphOf(SIGNED);
    expect(graph.resources.filter(({ type }) => type.startsWith("aws:cloudfront/"))).toEqual([]);
    expect(ofType(graph, "aws:s3/bucket:Bucket").map(({ name }) => name)).not.toContain("PageFilesBucket");
  });

  test("lies in a bucket that only CloudFront reads, by distributions of our account", async () => {
    const graph = await graphOf(OPEN);
    const [bucket] = ofType(graph, "aws:s3/bucket:Bucket").filter(({ name }) => name === "PageFilesBucket");
    const policy = ofType(graph, "aws:s3/bucketPolicy:BucketPolicy").find(
      ({ inputs }) => inputs.bucket === bucket?.id,
    );
    const { Statement } = JSON.parse(String(policy?.inputs.policy)) as {
      readonly Statement: readonly Readonly<Record<string, unknown>>[];
    };
    expect(Statement.filter(({ Effect }) => Effect === "Allow")).toEqual([
      {
        Effect: "Allow",
        Action: "s3:GetObject",
        Resource: `${bucket?.arn}/*`,
        Principal: { Service: "cloudfront.amazonaws.com" },
        Condition: {
          ArnLike: { "aws:SourceArn": `arn:aws:cloudfront::${graph.account}:distribution/*` },
        },
      },
    ]);
    const access = one(graph, "aws:cloudfront/originAccessControl:OriginAccessControl");
    expect(access.inputs).toMatchObject({ originAccessControlOriginType: "s3", signingBehavior: "always" });
    expect(servedIn(graph).origins).toContainEqual(
      expect.objectContaining({ originId: "page", originAccessControlId: access.id }),
    );
  });

  test("is served with the API on one origin, which no cache keeps and every header reaches", async () => {
    const graph = await graphOf(OPEN);
    const { orderedCacheBehaviors, origins, customErrorResponses } = servedIn(graph);
    const api = orderedCacheBehaviors.find(({ pathPattern }) => pathPattern === "/api/*");
    expect(api).toMatchObject({
      targetOriginId: "api",
      viewerProtocolPolicy: "https-only",
      // Managed-CachingDisabled and Managed-AllViewerExceptHostHeader.
      cachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
      originRequestPolicyId: "b689b0a8-53d0-40ab-baf2-68738e2966ac",
    });
    expect(api?.allowedMethods).toContain("POST");
    expect(origins).toContainEqual(
      expect.objectContaining({
        originId: "api",
        domainName: `${one(graph, API).id}.execute-api.${graph.region}.amazonaws.com`,
        customOriginConfig: expect.objectContaining({ originProtocolPolicy: "https-only" }),
      }),
    );
    // They would replace what the API says of what is not there.
    expect(customErrorResponses).toBeUndefined();
  });

  test("is asked for anew each time, and its parts are kept for good", async () => {
    const graph = await graphOf(OPEN);
    const { defaultCacheBehavior, defaultRootObject } = servedIn(graph);
    expect(defaultRootObject).toBe("index.html");
    expect(defaultCacheBehavior.cachePolicyId).toBe("4135ea2d-6df8-44a3-9df3-4b5a84be39ad");
    const files = ofType(graph, "aws:s3/bucketObjectv2:BucketObjectv2")
      .filter(({ inputs }) => String(inputs.bucket).includes("pagefiles"))
      .map(({ inputs }) => [String(inputs.key), inputs.cacheControl, inputs.contentType] as const);
    expect(files).toContainEqual(["index.html", "no-cache", "text/html; charset=utf-8"]);
    const parts = files.filter(([key]) => key.startsWith("assets/"));
    expect(parts.length).toBeGreaterThan(2);
    for (const [key, cache, type] of parts) {
      expect(key).toMatch(/-[\w-]{8}\.\w+$/);
      expect(cache).toBe("public, max-age=31536000, immutable");
      expect(type).toMatch(/^(text\/(javascript|css); charset=utf-8|font\/woff2|image\/svg\+xml)$/);
    }
    expect(files.filter(([key, cache]) => !key.startsWith("assets/") && cache !== "no-cache")).toEqual([]);
  });

  test("loads and asks nothing but its own and whoever signs people in, and is framed by nobody", async () => {
    const graph = await graphOf(OPEN);
    const headers = one(graph, "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy");
    const { contentSecurityPolicy, ...others } = headers.inputs.securityHeadersConfig as Readonly<
      Record<string, Readonly<Record<string, unknown>>>
    >;
    expect(String(contentSecurityPolicy?.contentSecurityPolicy).split("; ")).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self'",
      "font-src 'self'",
      "connect-src 'self' https://login.example.com",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
    expect(others).toMatchObject({
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: "DENY" },
      referrerPolicy: { referrerPolicy: "no-referrer" },
      strictTransportSecurity: { accessControlMaxAgeSec: 31_536_000 },
    });
    const { defaultCacheBehavior, orderedCacheBehaviors } = servedIn(graph);
    const own = [defaultCacheBehavior, ...orderedCacheBehaviors].filter(
      ({ targetOriginId }) => targetOriginId === "page",
    );
    for (const { responseHeadersPolicyId } of own) expect(responseHeadersPolicyId).toBe(headers.id);
  });

  test("is found under a name of its own, and its issuer where it gives tokens", async () => {
    const graph = await graphOf("many accounts, acting");
    expect(one(graph, DISTRIBUTION).inputs).toMatchObject({
      aliases: ["costs.example.com"],
      viewerCertificate: { minimumProtocolVersion: "TLSv1.2_2021", sslSupportMethod: "sni-only" },
    });
    const headers = one(graph, "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy");
    expect(JSON.stringify(headers.inputs)).toContain(
      "connect-src 'self' https://login.example.com https://oauth2.example.com;",
    );
    const mails = functionsOf(graph).find(({ source }) => source === "functions/monthly-email.handler");
    expect(mails?.environment.TAGLEDGER_PAGE).toBe("https://costs.example.com/");
  });

  test("is where mails lead", async () => {
    const graph = await graphOf(OPEN);
    const mails = functionsOf(graph).find(({ source }) => source === "functions/monthly-email.handler");
    expect(mails?.environment.TAGLEDGER_PAGE).toBe("https://page-1234567.cloudfront.net/");
  });
});

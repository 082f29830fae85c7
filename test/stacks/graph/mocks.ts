import { arnOf } from "./arns.ts";
import { policyDocument } from "./policy-document.ts";
import { isTaggable } from "./taggable.ts";
import type { App, Resource } from "./types.ts";

type Values = Readonly<Record<string, unknown>>;

/** What Pulumi asks of a provider when a resource is made. */
export interface MakeRequest {
  readonly type: string;
  readonly name: string;
  readonly inputs: Values;
  readonly custom?: boolean;
}

/** What it asks when a function of a provider is called. */
export interface CallRequest {
  readonly token: string;
  readonly inputs: Values;
}

/** The providers of a deployment: what they are asked for is kept, and answered as AWS would. */
export function mockProviders(app: App, account: string, region: string) {
  const resources: Omit<Resource, "isProtected">[] = [];
  const defaults = app.providers?.aws?.defaultTags?.tags ?? {};

  function newResource({ type, name, inputs: asked, custom }: MakeRequest): { id: string; state: Values } {
    const inputs = plain(asked) as Values;
    // Components are of SST, and no provider makes them.
    if (custom === false || type.startsWith("sst:")) return { id: "", state: inputs };
    const physical = physicalName(type, name, inputs);
    const arn = arnOf(type, { account, region, name: physical, inputs });
    const tags = isTaggable(type) ? { ...defaults, ...(inputs.tags as Record<string, string>) } : null;
    const id = idOf(type, physical, arn, inputs);
    resources.push({ type, name, id, arn, inputs, tags });
    const named = "name" in inputs || arn !== null ? { name: physical } : {};
    const state = {
      ...inputs,
      ...named,
      ...(arn !== null && { arn }),
      ...answerOf(type, physical, arn, account, region),
    };
    return { id, state };
  }

  function call({ token, inputs }: CallRequest): Values {
    switch (token) {
      case "aws:index/getCallerIdentity:getCallerIdentity":
        return {
          accountId: account,
          arn: `arn:aws:iam::${account}:user/deployer`,
          userId: "AIDA",
          id: account,
        };
      case "aws:index/getRegion:getRegion":
        return { region, name: region, id: region };
      case "aws:index/getPartition:getPartition":
        return { partition: "aws", dnsSuffix: "amazonaws.com", id: "aws", reverseDnsPrefix: "com.amazonaws" };
      case "aws:iam/getPolicyDocument:getPolicyDocument": {
        const statements = (inputs.statements ?? []) as Parameters<typeof policyDocument>[0];
        const json = policyDocument(statements);
        // The provider has none where there are none, and SST looks for that.
        return {
          ...inputs,
          statements: statements.length === 0 ? undefined : statements,
          json,
          id: "document",
        };
      }
      default:
        throw new Error(`${token}: what AWS answers is not written down in ${import.meta.filename}`);
    }
  }

  return { resources, newResource, call };
}

/** How Pulumi marks that a value is secret. */
const SECRET = "4dabf18193072939515e22adb298388d";

/** Values as AWS sees them, secrets included. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  if (SECRET in value && "value" in value) return plain(value.value);
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each)]));
}

function physicalName(type: string, logical: string, inputs: Values): string {
  const field = {
    "aws:s3/bucket:Bucket": "bucket",
    "aws:cloudwatch/dashboard:Dashboard": "dashboardName",
    "aws:sesv2/configurationSet:ConfigurationSet": "configurationSetName",
    "aws:sesv2/emailIdentity:EmailIdentity": "emailIdentity",
  };
  const given = inputs[field[type as keyof typeof field] ?? "name"];
  return typeof given === "string" && given !== "" ? given : `${logical}-1234567`;
}

function idOf(type: string, physical: string, arn: string | null, { bucket, key }: Values): string {
  switch (type) {
    case "aws:iam/policy:Policy":
    case "aws:sns/topic:Topic":
      return arn ?? physical;
    case "aws:s3/bucketObjectv2:BucketObjectv2":
      return `${bucket}/${key}`;
    default:
      return physical;
  }
}

/** What a resource knows only once it is made. */
function answerOf(type: string, name: string, arn: string | null, account: string, region: string): Values {
  switch (type) {
    case "aws:lambda/function:Function":
      return { qualifiedArn: `${arn}:1`, version: "1" };
    case "aws:sqs/queue:Queue":
      return { url: `https://sqs.${region}.amazonaws.com/${account}/${name}` };
    case "aws:sesv2/emailIdentity:EmailIdentity":
      return { dkimSigningAttributes: { tokens: ["token-1", "token-2", "token-3"] } };
    case "aws:apigatewayv2/api:Api":
      return {
        apiEndpoint: `https://${name}.execute-api.${region}.amazonaws.com`,
        executionArn: `arn:aws:execute-api:${region}:${account}:${name}`,
      };
    case "aws:cloudfront/distribution:Distribution":
      return { domainName: `${name.toLowerCase()}.cloudfront.net` };
    case "aws:s3/bucket:Bucket":
      return {
        bucketRegionalDomainName: `${name}.s3.${region}.amazonaws.com`,
        bucket: name,
        bucketDomainName: `${name}.s3.amazonaws.com`,
      };
    case "aws:s3/bucketObjectv2:BucketObjectv2":
      return { versionId: "version-1", etag: "etag-1" };
    case "random:index/randomBytes:RandomBytes":
      return { base64: Buffer.alloc(32, 7).toString("base64"), hex: "07".repeat(32) };
    default:
      return {};
  }
}

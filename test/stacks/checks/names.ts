import type { Check } from "./check.ts";

/** How long a physical name may be, and what it may hold. */
const NAMES: Readonly<Record<string, readonly [field: string, form: RegExp]>> = {
  "aws:apigatewayv2/api:Api": ["name", /^.{1,128}$/],
  "aws:cloudfront/originAccessControl:OriginAccessControl": ["name", /^[\w.-]{1,64}$/],
  "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy": ["name", /^[\w-]{1,128}$/],
  "aws:cloudwatch/dashboard:Dashboard": ["dashboardName", /^[\w-]{1,255}$/],
  "aws:cloudwatch/eventBus:EventBus": ["name", /^[\w./-]{1,256}$/],
  "aws:cloudwatch/eventRule:EventRule": ["name", /^[\w.-]{1,64}$/],
  "aws:cloudwatch/eventTarget:EventTarget": ["targetId", /^[\w.-]{1,64}$/],
  "aws:cloudwatch/logGroup:LogGroup": ["name", /^[\w./#-]{1,512}$/],
  "aws:cloudwatch/metricAlarm:MetricAlarm": ["name", /^[\w-]{1,255}$/],
  "aws:dynamodb/table:Table": ["name", /^[\w.-]{3,255}$/],
  "aws:iam/policy:Policy": ["name", /^[\w+=,.@-]{1,128}$/],
  "aws:iam/role:Role": ["name", /^[\w+=,.@-]{1,64}$/],
  "aws:lambda/function:Function": ["name", /^[\w-]{1,64}$/],
  "aws:s3/bucket:Bucket": ["bucket", /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/],
  "aws:scheduler/schedule:Schedule": ["name", /^[\w.-]{1,64}$/],
  "aws:sesv2/configurationSet:ConfigurationSet": ["configurationSetName", /^[\w-]{1,64}$/],
  "aws:sns/topic:Topic": ["name", /^[\w-]{1,256}$/],
  "aws:sqs/queue:Queue": ["name", /^[\w-]{1,80}$/],
};

/** Every name is one that AWS takes, and begins with whose it is; so ours are known, also by the roles that we assume. */
export const namesAreOurs: Check = ({ app, resources }) =>
  resources.flatMap(({ type, name, inputs }) => {
    const [field, form] = NAMES[type] ?? [];
    if (field === undefined || form === undefined) return [];
    const given = String(inputs[field] ?? "");
    const bare = given.replace(/^\/aws\/(lambda|vendedlogs\/apis)\//, "");
    const isOurs =
      field === "targetId" || bare === `tagledger-${app.stage}` || bare.startsWith(`tagledger-${app.stage}-`);
    return [
      ...(form.test(given) ? [] : [`${name}: AWS does not take its name ${JSON.stringify(given)}`]),
      ...(isOurs ? [] : [`${name}: its name ${JSON.stringify(given)} does not say that it is ours`]),
    ];
  });

/** No two resources of a type have one name. */
export const namesAreUnique: Check = ({ resources }) => {
  const seen = new Set<string>();
  return resources.flatMap(({ type, name, inputs }) => {
    const [field] = NAMES[type] ?? [];
    if (field === undefined || field === "targetId") return [];
    const key = `${type} ${inputs[field]}`;
    const problem = seen.has(key) ? [`${name} has a name that another has: ${key}`] : [];
    seen.add(key);
    return problem;
  });
};

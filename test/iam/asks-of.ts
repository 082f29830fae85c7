import { type Action, actionOf, exampleArn, type ResourceType } from "./actions.ts";
import type { Ask } from "./may-do.ts";
import { HOME, MEMBER, REACH, REGION, STORES } from "./settings.ts";

type Stores = typeof STORES;

/** The resources of calls that are about what is the function's own. */
const ownOf = (stores: Stores): Readonly<Record<string, string>> => ({
  "dynamodb:ConditionCheckItem table": stores.table,
  "dynamodb:DeleteItem table": stores.table,
  "dynamodb:GetItem table": stores.table,
  "dynamodb:PutItem table": stores.table,
  "dynamodb:Query index": `${stores.table}/index/due`,
  "dynamodb:Query table": stores.table,
  "events:PutEvents": stores.bus,
  "ses:SendEmail": `arn:aws:ses:${REGION}:${HOME}:identity/mail.example.com`,
  "sns:Publish topic": `arn:aws:sns:${REGION}:${HOME}:people`,
  "s3:DeleteObject": `${stores.bills.cells.bucket}/${stores.bills.cells.prefix}/a`,
  "s3:PutObject": `${stores.bills.cells.bucket}/${stores.bills.cells.prefix}/a`,
  "s3:GetObject": `${stores.config.bucket}/${stores.config.key}`,
});
const OWN = ownOf(STORES);

/** What such calls show besides. */
const QUARANTINE = { "aws:RequestTag/tagledger:purpose": "quarantine" };
const SHOWN: Readonly<Record<string, Ask["context"]>> = {
  "ec2:CreateSecurityGroup": QUARANTINE,
  "ec2:RevokeSecurityGroupEgress": { "aws:ResourceTag/tagledger:purpose": "quarantine" },
  "ses:SendEmail": { "ses:FromAddress": "finops@mail.example.com" },
  "ec2:RevokeSecurityGroupIngress": { "aws:ResourceTag/tagledger:purpose": "quarantine" },
};
const TAGGED = { "aws:TagKeys": ["ml-team"], "aws:ResourceTag/ml-environment": "dev" };

/** Whether a call is about what is our own, or about people. */
export function isOwn(call: string): boolean {
  return call in OWN;
}

/**
 * What IAM is asked about a recorded call: of each type of resource that it named, and of each that it needs.
 *
 * @param account whose resources it is about
 * @param stores what the deployment made
 */
export async function asksOf(call: string, account: string, stores = STORES): Promise<readonly Ask[]> {
  const [name = "", type] = call.split(" ");
  const action = await actionOf(name);
  if (action === null) throw new Error(`there is no action ${name}`);
  const ask = { action: name, account, context: { ...TAGGED, ...SHOWN[name] } };
  return resourcesOf(call, action, type, account, stores).map((resource) => ({ ...ask, resource }));
}

function resourcesOf(
  call: string,
  action: Action,
  type: string | undefined,
  account: string,
  stores: Stores,
): string[] {
  const own = ownOf(stores)[call];
  if (own !== undefined) return [own];
  if (call === "sts:AssumeRole role") return [`arn:aws:iam::${MEMBER}:role/${REACH.roles.remediation}`];
  if (action.resources.length === 0) return ["*"];
  const named = action.resources.filter(({ name, isRequired }) => name === type || isRequired);
  const [first] = action.resources;
  const types: readonly ResourceType[] = named.length > 0 || first === undefined ? named : [first];
  return types.map((each) => exampleArn(each, account, REGION));
}

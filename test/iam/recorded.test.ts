import { describe, expect, test } from "vitest";
import { type Action, actionOf, exampleArn, type ResourceType } from "./actions.ts";
import { type Asker, FUNCTIONS, granted } from "./granted.ts";
import { type Ask, mayDo } from "./may-do.ts";
import { recordedCalls } from "./recorded.ts";
import { EVERYTHING, HOME, MEMBER, REACH, REGION, STORES } from "./settings.ts";

/** The resources of calls that are about what is the function's own. */
const OWN: Readonly<Record<string, string>> = {
  "dynamodb:DeleteItem table": STORES.table,
  "dynamodb:GetItem table": STORES.table,
  "dynamodb:PutItem table": STORES.table,
  "dynamodb:Query index": `${STORES.table}/index/due`,
  "dynamodb:Query table": STORES.table,
  "events:PutEvents": STORES.bus,
  "ses:SendEmail": `arn:aws:ses:${REGION}:${HOME}:identity/mail.example.com`,
  "sns:Publish topic": `arn:aws:sns:${REGION}:${HOME}:people`,
  "s3:GetObject": `${STORES.config.bucket}/${STORES.config.key}`,
};

/** What such calls show besides. */
const QUARANTINE = { "aws:RequestTag/tagledger:purpose": "quarantine" };
const SHOWN: Readonly<Record<string, Ask["context"]>> = {
  "ec2:CreateSecurityGroup": QUARANTINE,
  "ec2:RevokeSecurityGroupEgress": { "aws:ResourceTag/tagledger:purpose": "quarantine" },
  "ses:SendEmail": { "ses:FromAddress": "finops@mail.example.com" },
  "ec2:RevokeSecurityGroupIngress": { "aws:ResourceTag/tagledger:purpose": "quarantine" },
};
const TAGGED = { "aws:TagKeys": ["ml-team"], "aws:ResourceTag/ml-environment": "dev" };

/** The role of a member account that does what a function does at home. */
const ROLES: Partial<Record<Asker, Asker>> = { "on-due": "remediation", sweep: "reader" };

const recorded = [...recordedCalls()].flatMap(([name, all]) =>
  FUNCTIONS.flatMap((by) => (all[by] === undefined ? [] : [{ name, by, calls: all[by] }])),
);

describe.each(recorded)("of what $name shows, $by", ({ by, calls }) => {
  test.each(calls)("may call %s", async (call) => {
    for (const ask of await asksOf(call, HOME)) expect(await mayDo(granted(by, EVERYTHING), ask)).toBe(true);
  });

  const role = ROLES[by];
  if (role === undefined) return;
  test(`may do the same in other accounts, as ${role}`, async () => {
    for (const call of calls.filter((each) => !(each in OWN) && !each.startsWith("sts:"))) {
      for (const ask of await asksOf(call, MEMBER)) {
        expect(await mayDo(granted(role, EVERYTHING), ask), call).toBe(true);
      }
    }
  });
});

test("calls of all three functions are written down", () => {
  expect(new Set(recorded.map(({ by }) => by))).toEqual(new Set(FUNCTIONS));
  expect(new Set(recorded.flatMap(({ calls }) => calls)).size).toBeGreaterThan(150);
});

/** What IAM is asked about a call: of each type of resource that it named, and of each that it needs. */
async function asksOf(call: string, account: string): Promise<readonly Ask[]> {
  const [name = "", type] = call.split(" ");
  const action = await actionOf(name);
  if (action === null) throw new Error(`there is no action ${name}`);
  const ask = { action: name, account, context: { ...TAGGED, ...SHOWN[name] } };
  return resourcesOf(call, action, type, account).map((resource) => ({ ...ask, resource }));
}

function resourcesOf(call: string, action: Action, type: string | undefined, account: string): string[] {
  const own = OWN[call];
  if (own !== undefined) return [own];
  if (call === "sts:AssumeRole role") return [`arn:aws:iam::${MEMBER}:role/${REACH.roles.remediation}`];
  if (action.resources.length === 0) return ["*"];
  const named = action.resources.filter(({ name, isRequired }) => name === type || isRequired);
  const [first] = action.resources;
  const types: readonly ResourceType[] = named.length > 0 || first === undefined ? named : [first];
  return types.map((each) => exampleArn(each, account, REGION));
}

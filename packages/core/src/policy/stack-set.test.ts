import { describe, expect, test } from "vitest";
import { namesOf, type Site } from "./stack-set/site.ts";
import { MOST_IN_S3, templateText } from "./stack-set/template.ts";
import { conditionsNamed, inAccount, referred, statementsOf } from "./stack-set/testing/read.ts";
import { CONFIGS, HOME, MEMBERS, SITES, siteOf } from "./stack-set/testing/sites.ts";
import { stackSet } from "./stack-set.ts";

const cases = Object.entries(SITES).flatMap(([where, site]) =>
  Object.entries(CONFIGS).map(([how, config]) => ({ where, how, site, template: stackSet(config, site) })),
);
const many = SITES["many accounts in many regions"];
const LONG_REGION = "ap-southeast-2";
const acting = stackSet(CONFIGS.acting, many);

describe.each(cases)("the template for $where, $how,", ({ template, site }) => {
  test("names only what it has", () => {
    const { Parameters, Conditions, Resources } = template;
    const known = new Set([...Object.keys(Parameters), ...Object.keys(Resources)]);
    for (const name of referred(template)) if (!name.startsWith("AWS::")) expect(known).toContain(name);
    for (const name of conditionsNamed(template)) expect(Object.keys(Conditions)).toContain(name);
    for (const id of Object.keys(Resources)) expect(id).toMatch(/^[A-Za-z0-9]{1,255}$/);
  });

  test("fits into S3", () => {
    expect(Buffer.byteLength(templateText(template))).toBeLessThanOrEqual(MOST_IN_S3);
  });

  test("allows no call by a wildcard but in a boundary, which allows nothing", () => {
    const { Boundary: _, ...others } = template.Resources;
    const allowed = Object.values(others)
      .flatMap(statementsOf)
      .filter(({ Effect }) => Effect === "Allow");
    expect(allowed.length).toBeGreaterThan(0);
    for (const { Action } of allowed) for (const action of [Action].flat()) expect(action).not.toContain("*");
  });

  test("keeps to what IAM takes", () => {
    const attached = new Map<string, number>();
    for (const { Type, Properties } of Object.values(template.Resources)) {
      if (Type !== "AWS::IAM::ManagedPolicy") continue;
      expect(JSON.stringify(inAccount(MEMBERS[0], Properties.PolicyDocument)).length).toBeLessThanOrEqual(
        6144,
      );
      for (const role of referred(Properties.Roles)) attached.set(role, (attached.get(role) ?? 0) + 1);
    }
    for (const count of attached.values()) expect(count).toBeLessThanOrEqual(10);
  });

  test("tells no secret", () => {
    expect(referred(template.Outputs)).not.toContain("ExternalId");
    expect(referred(template.Outputs)).not.toContain("NextExternalId");
    for (const [name, parameter] of Object.entries(template.Parameters)) {
      if (name.includes("ExternalId")) expect(parameter.NoEcho).toBe(true);
    }
    expect(template.Parameters.ExternalId?.Default).toBeUndefined();
  });

  test("says of each parameter what it is, and takes its default", () => {
    for (const { Description, AllowedPattern, Default } of Object.values(template.Parameters)) {
      expect(Description).not.toBe("");
      if (Default !== undefined) expect(Default).toMatch(new RegExp(AllowedPattern));
    }
  });

  test("tags what can be tagged", () => {
    const tags = [
      { Key: "ml-environment", Value: "prod" },
      { Key: "ml-team", Value: "ml-platform" },
    ];
    const untaggable = ["AWS::IAM::ManagedPolicy", "AWS::SQS::QueuePolicy"];
    for (const { Type, Properties } of Object.values(template.Resources)) {
      expect(Properties.Tags).toEqual(untaggable.includes(Type) ? undefined : tags);
    }
  });

  test("lets only the one function of home that it is for take on a role, and only with the external id", () => {
    const hasMembers = site.places.some(({ account }) => account !== HOME.account);
    const trusts = ["ReaderRole", "RemediationRole"]
      .flatMap((id) => template.Resources[id] ?? [])
      .map(({ Properties }) => Properties.AssumeRolePolicyDocument);
    const trust = (by: string) => ({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::111122223333:root" },
          Action: "sts:AssumeRole",
          Condition: {
            StringEquals: {
              "aws:PrincipalArn": `arn:aws:iam::111122223333:role/tagledger-production-${by}`,
              "sts:ExternalId": {
                "Fn::If": [
                  "ChangesExternalId",
                  [{ Ref: "ExternalId" }, { Ref: "NextExternalId" }],
                  [{ Ref: "ExternalId" }],
                ],
              },
            },
          },
        },
      ],
    });
    expect(trusts).toEqual(hasMembers ? [trust("sweep"), trust("on-due")] : []);
  });
});

describe("the template", () => {
  test("is the same for the same, however its tags are ordered", () => {
    const tags = { "ml-environment": "prod", "ml-team": "ml-platform" };
    expect(templateText(stackSet(CONFIGS.acting, { ...many, tags }))).toBe(templateText(acting));
  });

  test("keeps the ids of all that an observing stack holds when it comes to act", () => {
    const observing = stackSet(CONFIGS.observing, many);
    expect(Object.keys(acting.Resources)).toEqual(expect.arrayContaining(Object.keys(observing.Resources)));
    for (const [id, { Type, Condition, Properties }] of Object.entries(observing.Resources)) {
      expect(acting.Resources[id]).toMatchObject({ Type });
      expect(acting.Resources[id]?.Condition).toBe(Condition);
      // Whatever else changes of these would make them anew.
      if (Type !== "AWS::IAM::ManagedPolicy") expect(acting.Resources[id]?.Properties).toEqual(Properties);
      expect(acting.Resources[id]?.Properties.Description).toBe(Properties.Description);
    }
  });

  test("holds no write on resources of others while all is observed", () => {
    const { Boundary: _, ...others } = stackSet(CONFIGS.observing, many).Resources;
    const actions = Object.values(others)
      .filter(({ Type }) => Type === "AWS::IAM::ManagedPolicy")
      .flatMap(statementsOf)
      .flatMap(({ Action }) => Action);
    expect(actions.filter((action) => !/:(Get|List|Describe|BatchGet|Search|Head)/.test(action))).toEqual([]);
    expect(actions.length).toBeGreaterThan(100);
  });

  test("names roles and rules within what AWS takes, whatever the region and the stage", () => {
    const longest: Site = { ...many, stage: "production-eu" };
    for (const { Type, Properties } of Object.values(stackSet(CONFIGS.acting, longest).Resources)) {
      const name = Type === "AWS::IAM::Role" ? Properties.RoleName : Properties.Name;
      const text = JSON.stringify(name ?? "")
        .replace('{"Fn::Sub":', "")
        .replace(`\${AWS::Region}`, LONG_REGION);
      expect(text.replaceAll(/["}]/g, "").length).toBeLessThanOrEqual(64);
    }
  });

  test("forwards to home's bus by a role that may do nothing else", () => {
    const bus = "arn:aws:events:eu-central-1:111122223333:event-bus/tagledger-production-intake";
    const rules = Object.values(acting.Resources).filter(({ Type }) => Type === "AWS::Events::Rule");
    expect(rules.length).toBeGreaterThan(10);
    for (const { Properties, Condition } of rules) {
      expect(Condition).toBe("IsElsewhere");
      expect(Properties.Targets).toEqual([
        {
          Id: "intake",
          Arn: bus,
          RoleArn: { "Fn::GetAtt": ["Forwarder", "Arn"] },
          DeadLetterConfig: { Arn: { "Fn::GetAtt": ["Undelivered", "Arn"] } },
        },
      ]);
    }
    expect(acting.Resources.Forwarder?.Properties.Policies).toEqual([
      {
        PolicyName: "forward",
        PolicyDocument: {
          Version: "2012-10-17",
          Statement: [{ Sid: "Forward", Effect: "Allow", Action: ["events:PutEvents"], Resource: [bus] }],
        },
      },
    ]);
  });

  test("takes into its queue only what our rules could not deliver, and only over TLS", () => {
    const [allow, deny, ...others] = Object.entries(acting.Resources).flatMap(([id, resource]) =>
      id === "UndeliveredPolicy" ? statementsOf(resource) : [],
    );
    expect(others).toEqual([]);
    expect(allow).toMatchObject({
      Effect: "Allow",
      Principal: { Service: "events.amazonaws.com" },
      Action: "sqs:SendMessage",
      Condition: { StringEquals: { "aws:SourceAccount": { Ref: "AWS::AccountId" } } },
    });
    expect(deny).toMatchObject({
      Effect: "Deny",
      Principal: "*",
      Action: "sqs:*",
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    });
  });

  test("names the queue and its alarm as ours, so that nothing is written to them", () => {
    const name = "tagledger-production-undelivered";
    expect(acting.Resources.Undelivered?.Properties.QueueName).toBe(name);
    expect(acting.Resources.UndeliveredAlarm?.Properties.AlarmName).toBe(name);
  });

  test.each([
    ["arn:aws:sns:eu-central-1:111122223333:people", true],
    ["arn:aws:sns:us-east-1:111122223333:people", false],
    ["", false],
  ])("tells the topic %j in eu-central-1: %j", (topic, told) => {
    const known: Record<string, string> = { AlarmTopic: topic, "AWS::Region": "eu-central-1" };
    expect(resolved(acting.Conditions.TellsOfAlarms, known)).toBe(told);
  });

  test("names home's partition", () => {
    const home = { account: HOME.account, region: "cn-north-1" };
    const site = { ...siteOf([{ account: MEMBERS[0], region: "cn-north-1" }]), home };
    expect(namesOf(site).intake).toContain("arn:aws-cn:events:");
    expect(templateText(stackSet(CONFIGS.acting, site))).not.toContain("arn:aws:iam");
  });
});

/** What CloudFormation makes of the functions that this condition is of. */
function resolved(value: unknown, known: Readonly<Record<string, string>>): unknown {
  if (Array.isArray(value)) return value.map((each) => resolved(each, known));
  if (typeof value !== "object" || value === null) return value;
  const [[name, given] = []] = Object.entries(value);
  if (name === "Ref") return known[String(given)];
  const [one, other] = resolved(given, known) as [never, never];
  switch (name) {
    case "Fn::Equals":
      return one === other;
    case "Fn::Join":
      return (other as readonly string[]).join(one);
    case "Fn::Split":
      return (other as string).split(one);
    case "Fn::Select":
      return (other as readonly string[]).at(one) ?? expect.fail("there is no such part");
    default:
      return expect.fail(`${name} is not known`);
  }
}

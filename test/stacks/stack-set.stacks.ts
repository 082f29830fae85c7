import {
  DescribeRuleCommand,
  EventBridgeClient,
  ListTargetsByRuleCommand,
} from "@aws-sdk/client-eventbridge";
import { GetQueueAttributesCommand, SQSClient } from "@aws-sdk/client-sqs";
import { STSClient } from "@aws-sdk/client-sts";
import { clientsInAccounts } from "@tagledger/adapters/aws/accounts";
import { eventRules } from "@tagledger/core/policy/event-rules";
import { stackSet } from "@tagledger/core/policy/stack-set";
import { CONFIGS, HOME, MEMBERS, SITES } from "@tagledger/core/policy/stack-set/testing/sites";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Moto, startMoto } from "../aws/local/moto.ts";
import { lint } from "./member/lint.ts";
import { mayTakeOn } from "./member/may-take-on.ts";
import type { Caller } from "./member/query.ts";
import { attachedTo, type Role, roleNamed } from "./member/roles.ts";
import { callerIn, putStack, stackResources, stackStatus } from "./member/stack.ts";

const SITE = SITES["many accounts in many regions"];
const REGIONS = ["eu-central-1", "us-east-1"] as const;
const READER = "tagledger-production-reader";
const REMEDIATION = "tagledger-production-remediation";
const ours = (name: string) => `arn:aws:iam::${HOME.account}:role/tagledger-production-${name}`;
const TOPIC = `arn:aws:sns:eu-central-1:${HOME.account}:people`;
const parameters = { ExternalId: "Zx7-what-only-we-say", AlarmTopic: TOPIC };
/** For moto to be installed. */
const FIRST_TIME = 600_000;

const cases = Object.entries(SITES).flatMap(([where, site]) =>
  Object.entries(CONFIGS).map(([how, config]) => ({ where, how, template: stackSet(config, site), site })),
);

test.each(cases)(
  "cfn-lint finds nothing in the template for $where, $how",
  async ({ template, site }) => {
    const regions = [...new Set(site.places.map(({ region }) => region))];
    expect(await lint(template, regions)).toEqual([]);
  },
  FIRST_TIME,
);

test("cfn-lint finds what is wrong", async () => {
  const template = stackSet(CONFIGS.observing, SITE);
  const wrong = { ...template, Outputs: { Nothing: { Description: "-", Value: { Ref: "Absent" } } } };
  expect(await lint(wrong, ["eu-central-1"])).not.toEqual([]);
});

describe.each(MEMBERS)("in account %s", (account) => {
  let moto: Moto;
  const callers = new Map<string, Caller>();
  const inRegion = (region: string) => callers.get(region) ?? expect.fail(`nobody is in ${region}`);
  const [home, other] = REGIONS;
  const template = stackSet(CONFIGS.observing, SITE);

  beforeAll(async () => {
    moto = await startMoto({ severalAccounts: true });
    for (const region of REGIONS) {
      const caller = await callerIn(moto.endpoint, account, region);
      callers.set(region, caller);
      await putStack(caller, "CreateStack", template, parameters);
    }
  }, FIRST_TIME);
  afterAll(() => moto?.stop());

  test.each(REGIONS)(
    "every rule in %s leads to home, by the role and with the queue of its region",
    async (region) => {
      const caller = inRegion(region);
      expect(await stackStatus(caller)).toBe("CREATE_COMPLETE");
      const queue = `arn:aws:sqs:${region}:${account}:tagledger-production-undelivered`;
      const bridge = new EventBridgeClient(caller);
      for (const { name, pattern } of eventRules()) {
        const Name = `tagledger-production-${name}`;
        const { EventPattern = "", State } = await bridge.send(new DescribeRuleCommand({ Name }));
        expect([JSON.parse(EventPattern), State]).toEqual([pattern, "ENABLED"]);
        const { Targets } = await bridge.send(new ListTargetsByRuleCommand({ Rule: Name }));
        expect(Targets).toEqual([
          {
            Id: "intake",
            Arn: `arn:aws:events:${HOME.region}:${HOME.account}:event-bus/tagledger-production-intake`,
            RoleArn: `arn:aws:iam::${account}:role/tagledger-production-forward-${region}`,
            DeadLetterConfig: { Arn: queue },
          },
        ]);
      }
    },
  );

  test.each(REGIONS)("the queue in %s is encrypted and keeps what it has for 14 days", async (region) => {
    const caller = inRegion(region);
    const { Undelivered: QueueUrl } = await stackResources(caller);
    const { Attributes } = await new SQSClient({ ...caller, useQueueUrlAsEndpoint: false }).send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["All"] }),
    );
    expect(Attributes).toMatchObject({ MessageRetentionPeriod: "1209600", SqsManagedSseEnabled: "true" });
  });

  test("without a topic the stack stands all the same", async () => {
    const caller = await callerIn(moto.endpoint, account, "us-west-2");
    await putStack(caller, "CreateStack", template, { ExternalId: parameters.ExternalId });
    expect(await stackStatus(caller)).toBe("CREATE_COMPLETE");
  });

  test("only EventBridge takes on the role that forwards, for the rules of its account and region", async () => {
    const role = await there(other, `tagledger-production-forward-${other}`);
    expect(role.trust).toMatchObject({
      Statement: [
        {
          Principal: { Service: "events.amazonaws.com" },
          Condition: {
            StringEquals: { "aws:SourceAccount": account },
            ArnLike: { "aws:SourceArn": `arn:aws:events:${other}:${account}:rule/tagledger-production-*` },
          },
        },
      ],
    });
  });

  test("what an account has once is made in one region", async () => {
    const [first, second] = await Promise.all([
      stackResources(inRegion(home)),
      stackResources(inRegion(other)),
    ]);
    const once = (held: object) =>
      Object.keys(held).filter((id) => /^(Reader|Remediation|Boundary)/.test(id));
    expect(once(first)).toEqual(expect.arrayContaining(["Boundary", "ReaderRole", "RemediationRole"]));
    expect(once(second)).toEqual([]);
  });

  test.each([
    [READER, "sweep", "on-due"],
    [REMEDIATION, "on-due", "sweep"],
  ])("%s is taken on by %s alone, and only with the external id", async (name, by, stranger) => {
    const role = await there(home, name);
    const { ExternalId: externalId } = parameters;
    expect(role.boundary).toContain(`arn:aws:iam::${account}:policy/`);
    expect(await mayTakeOn(role, { role: ours(by), externalId })).toBe(true);
    expect(await mayTakeOn(role, { role: ours(by) })).toBe(false);
    expect(await mayTakeOn(role, { role: ours(by), externalId: "guessed" })).toBe(false);
    expect(await mayTakeOn(role, { role: ours(stranger), externalId })).toBe(false);
    expect(await mayTakeOn(role, { role: ours(`${by}-2`), externalId })).toBe(false);
    const elsewhere = ours(by).replace(HOME.account, "444455556666");
    expect(await mayTakeOn(role, { role: elsewhere, externalId })).toBe(false);
  });

  test("our functions come in by it", async () => {
    const credentials = { accessKeyId: "test", secretAccessKey: "test" };
    const sts = async () => new STSClient({ endpoint: moto.endpoint, region: HOME.region, credentials });
    const externalId = parameters.ExternalId;
    const { endpoint } = moto;
    const inside = clientsInAccounts({ home: HOME.account, role: READER, externalId, sts, endpoint })(
      account,
      other,
    );
    const seen = await inside
      ?.of(EventBridgeClient)
      .send(new DescribeRuleCommand({ Name: "tagledger-production-calls-of-any-service" }));
    expect(seen?.Arn).toContain(`:${other}:${account}:`);
  });

  test("a stack that comes to act keeps its roles, and gives one of them more to do", async () => {
    const caller = inRegion(home);
    const before = await Promise.all([there(home, READER), there(home, REMEDIATION)]);
    const [read, done] = [await attachedTo(caller, READER), await attachedTo(caller, REMEDIATION)];
    await putStack(caller, "UpdateStack", stackSet(CONFIGS.acting, SITE), parameters);
    expect(await stackStatus(caller)).toBe("UPDATE_COMPLETE");
    expect(await Promise.all([there(home, READER), there(home, REMEDIATION)])).toEqual(before);
    expect((await attachedTo(caller, READER)).length).toBe(read.length);
    expect((await attachedTo(caller, REMEDIATION)).length).toBeGreaterThan(done.length);
  });

  async function there(region: string, name: string): Promise<Role> {
    return (await roleNamed(inRegion(region), name)) ?? expect.fail(`there is no ${name}`);
  }
});

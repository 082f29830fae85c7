import { EVENT_TYPES } from "@tagledger/core/events/event-types";
import { EVENT_SOURCE } from "@tagledger/core/events/source";
import { beforeAll, describe, expect, test } from "vitest";
import { readMailMessage } from "../../functions/mail-message.ts";
import { ofType } from "./graph/function-of.ts";
import type { Graph } from "./graph/types.ts";
import { functionsOf } from "./graph.ts";
import { matcher } from "./pattern/matcher.ts";
import { graphOf } from "./scenarios.ts";

const [SENDING, SILENT, WITHOUT_IDENTITY] = [
  "one account, acting",
  "one account, observing",
  "many accounts, acting",
];
const SET = "tagledger-production";

let graph: Graph;
beforeAll(async () => {
  graph = await graphOf(SENDING);
});

function ruleCalled(name: string) {
  const rule = ofType(graph, "aws:cloudwatch/eventRule:EventRule").find((each) => each.name === name);
  const targets = ofType(graph, "aws:cloudwatch/eventTarget:EventTarget").filter(
    ({ inputs }) => inputs.rule === rule?.inputs.name,
  );
  const queue = ofType(graph, "aws:sqs/queue:Queue").find(({ arn }) =>
    targets.every(({ inputs }) => inputs.arn === arn),
  );
  return { rule: rule?.inputs, inputs: targets.map(({ inputs }) => inputs.input), queue };
}

async function mailFunction(scenario: string) {
  const found = functionsOf(await graphOf(scenario)).find(
    ({ source }) => source === "functions/monthly-email.handler",
  );
  if (found === undefined) throw new Error("months are mailed by nobody");
  return found;
}

/** What SES tells of a mail that came back, given with this configuration set. */
const returned = (type: string, set: string) => ({
  source: "aws.ses",
  "detail-type": type,
  detail: { eventType: "Bounce", mail: { tags: { "ses:configuration-set": [set] } } },
});

describe("a month is mailed", () => {
  test("when it was divided, and by no other event of ours", () => {
    const { rule, queue } = ruleCalled("RuleSnapshots");
    const [bus] = ofType(graph, "aws:cloudwatch/eventBus:EventBus");
    expect(rule?.eventBusName).toBe(bus?.inputs.name);
    expect(queue?.name).toBe("MailQueue");
    const isHeard = matcher(JSON.parse(String(rule?.eventPattern)));
    const heard = EVENT_TYPES.filter(({ name, example }) =>
      isHeard({ source: EVENT_SOURCE, "detail-type": name, detail: example.detail }),
    );
    expect(heard.map(({ name }) => name)).toEqual(["SnapshotPublished"]);
    const [published] = heard;
    const body = { source: EVENT_SOURCE, "detail-type": published?.name, detail: published?.example.detail };
    expect(readMailMessage(JSON.stringify(body))).toMatchObject({ kind: "period" });
  });

  test("once a day where it is due, as events get lost", () => {
    const { rule, inputs, queue } = ruleCalled("RuleMail");
    expect(rule).toMatchObject({ scheduleExpression: "rate(1 day)", state: "ENABLED" });
    expect(inputs.map((each) => readMailMessage(String(each)))).toEqual([{ kind: "due" }]);
    expect(queue?.name).toBe("MailQueue");
  });

  test("once all bases of it are there, one message at a time", async () => {
    const { timeout, memory, eventSources } = await mailFunction(SENDING);
    const divides = functionsOf(graph).find(({ source }) => source === "functions/allocate.handler");
    const { queue } = ruleCalled("RuleSnapshots");
    expect(Number(queue?.inputs.delaySeconds)).toBeGreaterThanOrEqual(Number(divides?.timeout));
    expect({ timeout, memory }).toEqual({ timeout: 600, memory: 1024 });
    expect(eventSources).toMatchObject([{ batchSize: 1, scalingConfig: { maximumConcurrency: 2 } }]);
  });
});

describe("mail that came back", () => {
  test("is heard of where it is ours, and that of others is not", () => {
    const { rule, queue } = ruleCalled("RuleReturned");
    expect(queue?.name).toBe("MailQueue");
    const isHeard = matcher(JSON.parse(String(rule?.eventPattern)));
    expect(isHeard(returned("Email Bounced", SET))).toBe(true);
    expect(isHeard(returned("Email Complaint Received", SET))).toBe(true);
    expect(isHeard(returned("Email Delivered", SET))).toBe(false);
    expect(isHeard(returned("Email Bounced", "of-others"))).toBe(false);
  });

  test("is told by SES of all that the function sends", async () => {
    const { environment } = await mailFunction(SENDING);
    const [set] = ofType(graph, "aws:sesv2/configurationSet:ConfigurationSet");
    const [told] = ofType(
      graph,
      "aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination",
    );
    expect(set?.inputs).toMatchObject({
      configurationSetName: SET,
      deliveryOptions: { tlsPolicy: "REQUIRE" },
    });
    expect(environment.TAGLEDGER_CONFIGURATION_SET).toBe(SET);
    expect(told?.inputs).toMatchObject({
      configurationSetName: SET,
      eventDestination: {
        enabled: true,
        matchingEventTypes: ["BOUNCE", "COMPLAINT"],
        eventBridgeDestination: { eventBusArn: "arn:aws:events:eu-central-1:111122223333:event-bus/default" },
      },
    });
  });
});

describe("where the configuration names no sender", () => {
  test("nothing of SES is made, and the function may not send", async () => {
    const { resources } = await graphOf(SILENT);
    const { environment, role } = await mailFunction(SILENT);
    expect(resources.filter(({ type }) => type.startsWith("aws:sesv2/"))).toEqual([]);
    expect(
      ofType(await graphOf(SILENT), "aws:cloudwatch/eventRule:EventRule").map(({ name }) => name),
    ).not.toContain("RuleReturned");
    expect(environment.TAGLEDGER_CONFIGURATION_SET).toBeUndefined();
    expect(role.policies.map(({ text }) => text).join()).not.toContain("ses:");
  });
});

describe("the identity that mail is sent from", () => {
  test("is made where the deployment is told to, as the domain of the sender, with keys of 2048 bits", () => {
    const [identity, ...others] = ofType(graph, "aws:sesv2/emailIdentity:EmailIdentity");
    expect(others).toEqual([]);
    expect(identity?.inputs).toMatchObject({
      emailIdentity: "example.com",
      dkimSigningAttributes: { nextSigningKeyLength: "RSA_2048_BIT" },
    });
  });

  test("is left to whoever has it otherwise", async () => {
    const without = await graphOf(WITHOUT_IDENTITY);
    expect(ofType(without, "aws:sesv2/emailIdentity:EmailIdentity")).toEqual([]);
    expect(ofType(without, "aws:sesv2/configurationSet:ConfigurationSet")).toHaveLength(1);
  });
});

test("the function may send from the configured address alone", async () => {
  const { role } = await mailFunction(SENDING);
  const statements = role.policies.flatMap(({ document }) => document.Statement);
  const sending = statements.filter(({ Action }) => JSON.stringify(Action).includes("ses:"));
  expect(sending).toEqual([
    expect.objectContaining({
      Effect: "Allow",
      Action: ["ses:SendEmail", "ses:SendRawEmail"],
      Condition: { StringEqualsIgnoreCase: { "ses:FromAddress": ["finops@example.com"] } },
    }),
  ]);
});

import {
  CreateConfigurationSetCommand,
  CreateEmailIdentityCommand,
  SESv2Client,
} from "@aws-sdk/client-sesv2";
import { SQSClient } from "@aws-sdk/client-sqs";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { loadConfig } from "@tagledger/core/config/load";
import { parsePeriod, periodAt } from "@tagledger/core/costs/period";
import { EVENT_SOURCE } from "@tagledger/core/events/source";
import { madeSnapshot } from "@tagledger/core/snapshots/testing/made-snapshot";
import { describe, expect, test } from "vitest";
import { companyLines, gpuHours } from "../mail/company.ts";
import { publish } from "../mail/published.ts";
import { triggerOf } from "./account/account.ts";
import type { SentMail } from "./account/outbox.ts";
import { makeRig } from "./account/rig.ts";
import { DAY, HOUR } from "./account/rules.ts";
import type { Moment } from "./account/wire.ts";
import { mapQueue } from "./sources/mapping.ts";
import { makeQueue } from "./sources/queue.ts";

const DONE = { payload: { batchItemFailures: [] } };
const DUE = '{"mail":"due"}';
const SEND = "ses:POST /v2/email/outbound-emails";
/** The month that ended last, whenever this runs. */
const PERIOD = periodAt(parsePeriod(periodAt(Date.now()).name).start - 1).name;
const FROM = "finops@example.com";
const CONFIG = `version: 1
tags: { ml-team: { required: true }, ml-project: {} }
teams:
  fraud: { email: [fraud@example.com] }
  vision: { email: [vision@example.com] }
  nlp: { email: [nlp@example.com] }
pools:
  - { name: k8s, match: { service: AmazonEC2 }, method: usage, metric: { gpu-hours: 1 } }
  - { name: registry, match: { service: AmazonECR }, method: even }
notify: { email: { from: ${FROM} }, fallback: { email: [platform@example.com] } }
reports: { emailDay: 1 }
`;
const ALL = ["fraud@example.com", "nlp@example.com", "platform@example.com", "vision@example.com"];

const rig = makeRig();

/** An account whose months are mailed. */
async function mailing({ isVerified = true } = {}) {
  const account = await rig.open(CONFIG);
  const ses = account.people.of(SESv2Client);
  const verify = () => ses.send(new CreateEmailIdentityCommand({ EmailIdentity: FROM })).catch(unlessThere);
  if (isVerified) await verify();
  await ses.send(new CreateConfigurationSetCommand({ ConfigurationSetName: account.bucket }));
  const trigger = triggerOf("monthly-email");
  const lambda = account.function("monthly-email");
  const queue = await makeQueue(account.people.of(SQSClient), `${account.bucket}-mail`, trigger);
  return {
    account,
    lambda,
    queue,
    verify,
    mapping: mapQueue(queue, lambda, trigger),
    /** Divides the month, and gives what the bus tells of it. */
    async divide(fraud = "800") {
      const { config } = loadConfig(CONFIG, "tagledger.yaml");
      const usage = gpuHours(PERIOD, { fraud: "150", vision: "150" });
      const making = { sha256: nodeHash.sha256, period: PERIOD };
      await publish(account, await madeSnapshot(config, companyLines("3600", fraud), usage, making));
      const told = { source: EVENT_SOURCE, "detail-type": "SnapshotPublished", detail: { period: PERIOD } };
      return JSON.stringify(told);
    },
  };
}

function unlessThere(error: unknown): void {
  if (!(error instanceof Error && error.name === "AlreadyExistsException")) throw error;
}

const whom = (mails: readonly SentMail[]) => mails.flatMap(({ destinations }) => destinations).toSorted();

/** All that was mailed was mailed a week earlier. */
async function aWeekPasses({ mail }: Awaited<ReturnType<typeof rig.open>>): Promise<void> {
  for (const { id, at } of await mail.mails(PERIOD)) {
    const { record, revision } = await mail.mail(PERIOD, id);
    if (record === null) continue;
    const older = { ...record, at: at - 7 * 86_400_000 };
    await mail.transact([{ kind: "mail", record: older, revision }]);
  }
}

describe("a month that ended", () => {
  test("is mailed when it was divided, once to each, however often that is told", async () => {
    const { account, queue, mapping, lambda, divide } = await mailing();
    const told = await divide();
    // Each basis tells of itself, and the clock of all.
    for (const body of [told, told, told, DUE]) await queue.send(body);
    expect(await mapping.drain(), lambda.logs()).toEqual([DONE, DONE, DONE, DONE]);
    const mails = await account.mails();
    expect(whom(mails)).toEqual(ALL);
    for (const { html, text, attachments, from } of mails) {
      expect(html).toContain("<h1");
      expect(text).toContain("DRAFT");
      expect(attachments.map(({ mimeType }) => mimeType)).toEqual(["text/csv"]);
      expect(from?.address).toBe(FROM);
    }
    expect((await account.mail.mails(PERIOD)).map(({ status }) => status)).toEqual(ALL.map(() => "sent"));
    const counted = lambda.lines().filter((line) => "MailsSent" in line);
    expect(counted.flatMap((line) => line.MailsSent)).toEqual(expect.arrayContaining([1]));
    // Names of people stand in no log.
    expect(lambda.logs()).not.toContain("@example.com");
  });

  test("is mailed anew when it was divided anew, after a week, to those who bear another amount", async () => {
    const { account, queue, mapping, divide } = await mailing();
    await queue.send(await divide());
    await mapping.drain();
    await queue.send(await divide("900"));
    expect(await mapping.drain()).toEqual([DONE]);
    expect(await account.mails()).toHaveLength(ALL.length);
    await aWeekPasses(account);
    await queue.send(DUE);
    expect(await mapping.drain()).toEqual([DONE]);
    const again = (await account.mails()).slice(ALL.length);
    expect(whom(again)).toEqual(["fraud@example.com", "platform@example.com"]);
    expect(again[0]?.text).toContain("920.01");
  });

  test("that nobody divided yet is nothing to mail for the clock", async () => {
    const { account, queue, mapping, lambda } = await mailing();
    await queue.send(DUE);
    expect(await mapping.drain(), lambda.logs()).toEqual([DONE]);
    expect(await account.mails()).toEqual([]);
  });
});

test("what SES does not take is tried again until it does", async () => {
  const { account, queue, mapping, verify, divide } = await mailing();
  rig.cloud.refuse("vision@example.com");
  await queue.send(await divide());
  const first = await mapping.deliver();
  expect(first).toEqual({ payload: { batchItemFailures: [{ itemIdentifier: expect.any(String) }] } });
  expect(whom(await account.mails())).toEqual(ALL.filter((address) => !address.startsWith("vision")));
  rig.cloud.mend();
  await verify();
  expect((await mapping.drain()).at(-1)).toEqual(DONE);
  expect(whom(await account.mails())).toEqual(ALL);
  expect(await queue.dead()).toEqual([]);
});

test("an address from which mail came back is left out from then on, and the platform hears of it", async () => {
  const { account, queue, mapping, lambda, divide } = await mailing();
  await queue.send(await divide());
  await mapping.drain();
  const [record] = (await account.mail.mails(PERIOD)).filter(({ team }) => team === "fraud");
  await queue.send(
    bounceOf("Fraud@example.com", { "tagledger-period": [PERIOD], "tagledger-mail": [record?.id ?? ""] }),
  );
  expect(await mapping.drain(), lambda.logs()).toEqual([DONE]);
  const known = await account.mail.mail(PERIOD, record?.id ?? "");
  expect(known.record?.bounced).toEqual(["fraud@example.com"]);
  await aWeekPasses(account);
  await queue.send(await divide("900"));
  await mapping.drain();
  const [summary, ...others] = (await account.mails()).slice(ALL.length);
  expect(others).toEqual([]);
  expect(summary?.destinations).toEqual(["platform@example.com"]);
  expect(summary?.text).toContain("550 no such user");
});

test("what is no message of ours ends among the dead", async () => {
  const { queue, mapping } = await mailing();
  await queue.send("<html>");
  await mapping.drain();
  expect(await queue.dead()).toEqual(["<html>"]);
});

describe("a process that is killed while it mails", () => {
  const MOMENTS: readonly (readonly [string, "store" | "cloud", Moment])[] = [
    ["before anything is in hand", "store", { call: 1, when: "asked", action: "dynamodb:PutItem" }],
    ["when the first mail is in hand", "store", { call: 1, when: "answered", action: "dynamodb:PutItem" }],
    ["before SES hears of the second", "cloud", { call: 2, when: "asked", action: SEND }],
  ];

  test.each(MOMENTS)("%s has every mail sent once, at the latest the next day", async (_, where, moment) => {
    const each = await mailing();
    await each.queue.send(await each.divide());
    const wire = where === "store" ? each.account.store : rig.cloud;
    const planned = wire.breakAt(moment, () => each.lambda.kill());
    await each.mapping.deliver();
    expect(planned.happened()).toBe(true);
    wire.mend();
    await each.account.pass(HOUR);
    await each.mapping.drain();
    await each.account.pass(DAY);
    await each.queue.send(DUE);
    expect(await each.mapping.drain(), each.lambda.logs()).toEqual([DONE]);
    expect(whom(await each.account.mails())).toEqual(ALL);
    expect(await each.queue.dead()).toEqual([]);
  });

  test("when SES took a mail has that one sent twice at most, as the same, and all others once", async () => {
    const each = await mailing();
    await each.queue.send(await each.divide());
    const planned = rig.cloud.breakAt({ call: 2, when: "answered", action: SEND }, () => each.lambda.kill());
    await each.mapping.deliver();
    expect(planned.happened()).toBe(true);
    rig.cloud.mend();
    await each.account.pass(HOUR);
    await each.mapping.drain();
    const mails = await each.account.mails();
    expect(mails).toHaveLength(ALL.length + 1);
    expect([...new Set(whom(mails))]).toEqual(ALL);
    // By this the program of whoever reads it shows it once.
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(ALL.length);
  });
});

/** What SES tells of an address that is there no more. */
function bounceOf(emailAddress: string, tags: Readonly<Record<string, readonly string[]>>): string {
  return JSON.stringify({
    version: "0",
    source: "aws.ses",
    "detail-type": "Email Bounced",
    detail: {
      eventType: "Bounce",
      mail: { timestamp: new Date().toISOString(), messageId: "0100", tags },
      bounce: {
        bounceType: "Permanent",
        bounceSubType: "General",
        timestamp: new Date().toISOString(),
        bouncedRecipients: [
          { emailAddress, action: "failed", status: "5.1.1", diagnosticCode: "550 no such user" },
        ],
      },
    },
  });
}

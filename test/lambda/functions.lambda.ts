import { createSocket } from "node:dgram";
import { once } from "node:events";
import { describe, expect, inject, test } from "vitest";
import { madeQueue } from "./account/records.ts";
import { makeRig } from "./account/rig.ts";
import { configured } from "./account/rules.ts";
import type { Deployed } from "./deployed.ts";
import { type LambdaFunction, makeFunction } from "./runtime/lambda.ts";
import type { Outcome } from "./runtime/sandbox.ts";
import { eventOf } from "./sources/event-of.ts";

/** What each function answers in an account in which nothing happened. Whoever adds one says here what it answers. */
const ANSWERS: Readonly<Record<string, unknown>> = {
  allocate: { batchItemFailures: [] },
  // Nobody said who asks.
  api: expect.objectContaining({ statusCode: 401 }),
  "monthly-email": { batchItemFailures: [] },
  "on-bill-delivered": { batchItemFailures: [] },
  "on-resource-event": { batchItemFailures: [] },
  "on-due": {
    judgedAnew: 0,
    looked: 0,
    acted: 0,
    remediesRefused: 0,
    messagesFailed: 0,
    sent: 0,
    refused: 0,
  },
  sweep: { swept: [expect.any(String)], brokenOff: [], left: [] },
};
/** What a function can do without, or needs only for some of what it does. */
const OPTIONAL = [
  "TAGLEDGER_ROLE",
  "TAGLEDGER_EXTERNAL_ID",
  "TAGLEDGER_EXPLORER_VIEW",
  "SLACK_WEBHOOK",
  "TAGLEDGER_CONFIGURATION_SET",
  "TAGLEDGER_PAGE",
];

const rig = makeRig();
const functions = inject("functions");

test("each function of the deployment is known here, and none besides", () => {
  expect(functions.map(({ name }) => name).toSorted()).toEqual(Object.keys(ANSWERS).toSorted());
});

describe.each(functions)("$name", (deployed: Deployed) => {
  test("starts, and answers what invokes it", async () => {
    const account = await rig.open(configured("default: { mode: observe }"));
    const lambda = account.function(deployed.name);
    for (let times = 0; times < 2; times += 1) {
      const outcome = await lambda.invoke(eventOf(lambda, deployed.trigger));
      expect(outcome, lambda.logs()).toEqual({ payload: ANSWERS[deployed.name] });
    }
    expect(lambda.milestones()).toHaveLength(1);
    const cold = lambda.lines().filter((line) => "ColdStart" in line);
    expect(cold).toEqual([expect.objectContaining({ service: deployed.name, ColdStart: 1 })]);
  });

  test("says by name all that its environment lacks, and tries again", async () => {
    const lambda = makeFunction({
      ...deployed,
      name: deployed.deployedAs,
      environment: {},
      account: "111122223333",
      region: "eu-central-1",
    });
    const required = Object.keys(deployed.environment).filter((name) => !OPTIONAL.includes(name));
    expect(required).toContain("TAGLEDGER_TABLE");
    for (let times = 0; times < 2; times += 1) {
      const said = messageOf(await lambda.invoke(eventOf(lambda, deployed.trigger)));
      const named = required.filter((name) => said.includes(`${name} is missing: expected `));
      // What is read by somebody else than us, such as a library, is not asked for.
      expect(named).toEqual(required.filter((name) => /^(TAGLEDGER|AWS)_/.test(name)));
    }
    await lambda.kill();
  });

  test("says that its environment is wrong, and how", async () => {
    const account = await rig.open(configured("default: { mode: observe }"));
    const right = account.function(deployed.name).configured;
    const wrong = makeFunction({
      ...right,
      environment: { ...right.environment, TAGLEDGER_PLACES: "everywhere" },
    });
    const said = messageOf(await wrong.invoke(eventOf(wrong, deployed.trigger)));
    expect(said).toMatch(/TAGLEDGER_PLACES is "everywhere": expected the accounts and regions/);
    await wrong.kill();
  });

  test("is traced where X-Ray follows, without what it was told", async () => {
    const daemon = createSocket("udp4");
    daemon.bind(0, "127.0.0.1");
    await once(daemon, "listening");
    let heard = "";
    daemon.on("message", (message) => (heard += message));
    const account = await rig.open(configured("default: { mode: observe }"));
    const { configured: right } = account.function(deployed.name);
    const environment = {
      ...right.environment,
      AWS_XRAY_DAEMON_ADDRESS: `127.0.0.1:${daemon.address().port}`,
    };
    const lambda: LambdaFunction = makeFunction({ ...right, environment });
    const { record } = madeQueue(`traced-by-${deployed.name}`);
    const told = eventOf(lambda, deployed.trigger, [JSON.stringify(record)]);
    expect(await lambda.invoke(told, true)).toHaveProperty("payload");
    // What was handed to the system as it was frozen comes all the same.
    await expect.poll(() => heard).toContain(`## ${right.handler}`);
    // Who made it.
    expect(JSON.stringify(record)).toContain("mira");
    expect(heard + lambda.logs()).not.toContain("mira");
    daemon.close();
    await lambda.kill();
  });
});

function messageOf(outcome: Outcome): string {
  return "error" in outcome ? outcome.error.errorMessage : "";
}

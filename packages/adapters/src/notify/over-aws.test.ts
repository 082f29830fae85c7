import { loadConfig } from "@tagledger/core/config/load";
import { afterEach, expect, test } from "vitest";
import { awsClients } from "../aws/inventory/clients.ts";
import { notifierOverAws } from "./over-aws.ts";
import { makeMessage } from "./testing/make-rendered.ts";
import { type Answer, answeringServer, type TestServer } from "./testing/server.ts";

const JSON_TYPE = { "content-type": "application/json" };
const TAKEN: Answer = { status: 200, headers: JSON_TYPE, body: '{"MessageId":"1"}' };
const REFUSED: Answer = {
  status: 400,
  headers: { ...JSON_TYPE, "x-amzn-errortype": "MessageRejected" },
  body: '{"message":"Email address is not verified."}',
};

const { config } = loadConfig(
  `version: 1
notify:
  slack: { webhook: "secret:SLACK_WEBHOOK" }
  email: { from: finops@example.com }
  fallback: { email: [platform@example.com] }
`,
  "tagledger.yaml",
);

const servers: TestServer[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function serverThat(answer: Answer): Promise<TestServer> {
  const server = await answeringServer(answer);
  servers.push(server);
  return server;
}

/** Whoever tells people over SES that answers so, and Slack at an address. */
async function telling({ ses, webhook }: { readonly ses: Answer; readonly webhook: string | null }) {
  const { url: endpoint } = await serverThat(ses);
  const credentials = async () => ({ accessKeyId: "none", secretAccessKey: "none" });
  const mail = awsClients({ account: "111122223333", region: "eu-central-1", endpoint, credentials });
  const failures: string[] = [];
  const notifier = await notifierOverAws(config, {
    mail,
    clientsFor: () => null,
    secret: async () => webhook,
    onFailure: (channel, error) =>
      failures.push(`${channel}: ${error instanceof Error ? error.message : error}`),
  });
  return { notifier, failures };
}

test("a channel whose secret is missing refuses each message, and the others take it", async () => {
  const { notifier, failures } = await telling({ ses: TAKEN, webhook: null });
  for (let time = 0; time < 2; time++) {
    expect(await notifier.send(makeMessage("fallback"))).toEqual({ via: ["email"], refusedBy: ["slack"] });
  }
  const said = "slack: notify.slack.webhook names the secret SLACK_WEBHOOK, which is not set";
  expect(failures).toEqual([said, said]);
});

test("what SES does not take, as from an address that is not verified, is refused by mail", async () => {
  const slack = await serverThat({ status: 200 });
  const { notifier, failures } = await telling({ ses: REFUSED, webhook: slack.url });
  expect(await notifier.send(makeMessage("fallback"))).toEqual({ via: ["slack"], refusedBy: ["email"] });
  expect(failures).toEqual(["email: Email address is not verified."]);
});

test("what no channel takes was told to nobody", async () => {
  const { notifier } = await telling({ ses: REFUSED, webhook: "http://127.0.0.1:1/" });
  expect(await notifier.send(makeMessage("fallback"))).toEqual({ via: [], refusedBy: ["slack", "email"] });
});

import { awsClients } from "@tagledger/adapters/aws/inventory/clients";
import { makeMessage } from "@tagledger/adapters/notify/testing/make-rendered";
import { configOf } from "@tagledger/core/config/testing/config-of";
import { afterEach, expect, test, vi } from "vitest";
import { readOutput } from "../../test/functions/output.ts";
import { readEnvironment } from "../environment.ts";
import { liveNotifier } from "./notifier.ts";

const ENVIRONMENT = readEnvironment({
  AWS_REGION: "eu-central-1",
  AWS_ACCOUNT: "111122223333",
  TAGLEDGER_TABLE: "ledger",
  TAGLEDGER_BUS: "tagledger",
  TAGLEDGER_CONFIG: "s3://kept/tagledger.yaml",
  TAGLEDGER_PLACES: "111122223333:eu-central-1",
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

test("a channel that does not take messages is in the log each time, with the reason", async () => {
  vi.stubEnv("SLACK_WEBHOOK", "");
  const output = readOutput();
  const config = configOf(`notify: { slack: { webhook: "secret:SLACK_WEBHOOK" } }`);
  const reach = {
    clientsFor: (account: string, region: string) => awsClients({ account, region }),
    places: [],
  };
  const notifier = liveNotifier(ENVIRONMENT, reach, { current: async () => ({ config, hash: "c0ffee" }) });
  for (let time = 0; time < 2; time++)
    expect(await notifier.send(makeMessage("fallback"))).toEqual({ via: [], refusedBy: ["slack"] });
  const line = {
    level: "WARN",
    service: "on-due",
    message: "a channel did not take a message",
    channel: "slack",
    reason: "notify.slack.webhook names the secret SLACK_WEBHOOK, which is not set",
  };
  expect(output.logs()).toMatchObject([line, line]);
});

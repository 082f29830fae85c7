import { loadConfig } from "@tagledger/core/config/load";
import { expect, test } from "vitest";
import { awsClients } from "../aws/inventory/clients.ts";
import { channelsOf } from "./channels.ts";

function made(notify: string, webhook: string | null, account = "111122223333") {
  const { config } = loadConfig(`version: 1\nnotify: ${notify}\n`, "tagledger.yaml");
  return channelsOf(config, {
    webhook,
    mailer: { send: async () => {} },
    clientsFor: (wanted, region) => (wanted === account ? awsClients({ account, region }) : null),
    fetch,
    wait: async () => {},
  });
}

const ALL =
  '{ slack: { webhook: "secret:HOOK" }, email: { from: finops@example.com }, sns: "arn:aws:sns:eu-central-1:111122223333:tagledger" }';

test("there are the channels that the configuration names", async () => {
  expect(Object.keys(await made(ALL, "https://hooks.example.com/x"))).toEqual(["slack", "email", "sns"]);
  expect(await made("{}", null)).toEqual({});
});

test("a topic to which there is no way is known when a program starts", async () => {
  await expect(made(ALL, null, "222233334444")).rejects.toMatchObject({
    code: "bad-configuration",
    message: "notify.sns is in account 111122223333, region eu-central-1, to which there is no way from here",
  });
});

import { loadConfig } from "@tagledger/core/config/load";
import { describe, expect, test } from "vitest";
import { checkChannels } from "./check-channels.ts";

function check(text: string, secrets: Readonly<Record<string, string>> = {}) {
  const { config } = loadConfig(`version: 1\n${text}`, "tagledger.yaml");
  return checkChannels(config, async (name) => secrets[name] ?? null);
}

const SLACK = 'notify: { slack: { webhook: "secret:SLACK_WEBHOOK" } }';

describe("when a program starts", () => {
  test("the webhook is read from its secret", async () => {
    const secrets = { SLACK_WEBHOOK: " https://hooks.example.com/T0/B0/x\n" };
    expect(await check(SLACK, secrets)).toEqual({
      webhook: "https://hooks.example.com/T0/B0/x",
      unreachable: [],
    });
  });

  test.each([
    [{}, "which is not set"],
    [{ SLACK_WEBHOOK: " " }, "which is not set"],
    [{ SLACK_WEBHOOK: "xoxb-token" }, "which is not a web address"],
    [{ SLACK_WEBHOOK: "file:///etc/xoxb-token" }, "which is not a web address"],
  ])("a secret as in %j is an error that names it, and does not show it", async (secrets, says) => {
    const error = await check(SLACK, secrets).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "bad-configuration", fields: { secret: "SLACK_WEBHOOK" } });
    expect(String(error)).toContain(`names the secret SLACK_WEBHOOK, ${says}`);
    expect(JSON.stringify(error) + String(error)).not.toContain("xoxb");
  });

  test("addresses to which nothing leads are known", async () => {
    const teams = 'teams: { vision: { slack: "#vision", email: [vision@example.com] }, fraud: {} }';
    expect(await check(`${teams}\nnotify: { fallback: { email: [platform@example.com] } }`)).toEqual({
      webhook: null,
      unreachable: [
        "teams.vision.slack leads nowhere, as notify.slack is not set",
        "teams.vision.email leads nowhere, as notify.email is not set",
        "notify.fallback.email leads nowhere, as notify.email is not set",
      ],
    });
  });
});

import { SESv2Client } from "@aws-sdk/client-sesv2";
import { afterEach, describe, expect, test } from "vitest";
import { emailChannel } from "./email.ts";
import { sesMailer } from "./ses.ts";
import { makeRendered } from "./testing/make-rendered.ts";
import { type Answer, answeringServer, type TestServer } from "./testing/server.ts";

let server: TestServer | undefined;
afterEach(() => server?.close());

async function sesThat(answer: Answer) {
  server = await answeringServer(answer);
  const client = new SESv2Client({
    region: "eu-central-1",
    endpoint: server.url,
    credentials: { accessKeyId: "none", secretAccessKey: "none" },
    maxAttempts: 1,
  });
  const channel = emailChannel({ from: "finops@example.com", mailer: sesMailer(client) });
  return { channel, asked: server.asked };
}

describe("SES", () => {
  test("gets plain text in UTF-8, as it was rendered", async () => {
    const { channel, asked } = await sesThat({
      status: 200,
      headers: { "content-type": "application/json" },
      body: '{"MessageId":"1"}',
    });
    const rendered = makeRendered({ team: "größe" });
    await channel.send(rendered, ["ann@example.com", "bob@example.com"]);
    expect(asked.map(({ path }) => path)).toEqual(["/v2/email/outbound-emails"]);
    expect(JSON.parse(asked[0]?.body ?? "")).toEqual({
      FromEmailAddress: "finops@example.com",
      Destination: { ToAddresses: ["ann@example.com", "bob@example.com"] },
      Content: {
        Simple: {
          Subject: { Data: "Tagledger: 1 resource breaking the tag rules (größe)", Charset: "UTF-8" },
          Body: { Text: { Data: rendered.text, Charset: "UTF-8" } },
        },
      },
    });
  });

  test("that refuses has not taken the mail", async () => {
    const { channel } = await sesThat({
      status: 400,
      headers: { "content-type": "application/json", "x-amzn-errortype": "MessageRejected" },
      body: '{"message":"Email address is not verified."}',
    });
    await expect(channel.send(makeRendered(), ["ann@example.com"])).rejects.toThrow("not verified");
  });
});

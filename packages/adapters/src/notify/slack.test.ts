import { afterEach, describe, expect, test } from "vitest";
import { slackChannel } from "./slack.ts";
import { makeRendered } from "./testing/make-rendered.ts";
import { type Answer, answeringServer, type TestServer } from "./testing/server.ts";

const PATH = "/services/T000/B000/secret-of-this-webhook";
const rendered = makeRendered();

let server: TestServer | undefined;
afterEach(() => server?.close());

async function slackThat(...answers: readonly Answer[]) {
  server = await answeringServer(...answers);
  const waited: number[] = [];
  const channel = slackChannel({
    webhook: `${server.url}${PATH}`,
    fetch,
    wait: async (milliseconds) => waited.push(milliseconds),
  });
  return { channel, waited, asked: server.asked };
}

describe("Slack", () => {
  test("gets the message over the webhook, in the webhook's own channel", async () => {
    const { channel, asked } = await slackThat({ status: 200 });
    await channel.send(rendered, []);
    expect(asked).toMatchObject([
      { path: PATH, headers: { "content-type": "application/json; charset=utf-8" } },
    ]);
    expect(JSON.parse(asked[0]?.body ?? "")).toEqual(rendered.slack);
  });

  test("gets it in the channel of a team", async () => {
    const { channel, asked } = await slackThat({ status: 200 });
    await channel.send(rendered, ["#vision"]);
    expect(asked.map(({ body }) => JSON.parse(body))).toEqual([{ channel: "#vision", ...rendered.slack }]);
  });

  test("is tried once more after the time that it asks for", async () => {
    const { channel, waited, asked } = await slackThat(
      { status: 429, headers: { "retry-after": "3" } },
      { status: 200 },
    );
    await channel.send(rendered, []);
    expect(waited).toEqual([3_000]);
    expect(asked).toHaveLength(2);
  });

  test("that goes on asking to wait has not taken the message", async () => {
    const { channel, asked } = await slackThat({ status: 429, headers: { "retry-after": "1" } });
    await expect(channel.send(rendered, [])).rejects.toThrow("Slack answered with status 429");
    expect(asked).toHaveLength(2);
  });

  test("that asks to wait for long is not waited for", async () => {
    const { channel, waited } = await slackThat({ status: 429, headers: { "retry-after": "3600" } });
    await expect(channel.send(rendered, [])).rejects.toThrow("status 429");
    expect(waited).toEqual([]);
  });

  test.each([302, 404, 500])(
    "that answers with status %i has not taken it, and its address is not shown",
    async (status) => {
      const { channel, asked } = await slackThat({
        status,
        headers: { location: "/elsewhere" },
        body: `no such webhook: ${PATH}`,
      });
      const error = await channel.send(rendered, []).catch((thrown: unknown) => thrown);
      expect(String(error)).toBe(`Error: Slack answered with status ${status}`);
      expect(asked).toHaveLength(1);
    },
  );

  test.each(["http://127.0.0.1:9/secret", "no address/secret"])(
    "that cannot be reached at %s is an error that does not show where",
    async (webhook) => {
      const channel = slackChannel({ webhook, fetch, wait: async () => {} });
      const error = await channel.send(rendered, []).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ message: "Slack could not be reached" });
      expect((error as Error).cause).toBeUndefined();
    },
  );
});

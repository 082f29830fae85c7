import { loadConfig } from "@tagledger/core/config/load";
import type { Rendered } from "@tagledger/core/remediation/message/render";
import { describe, expect, test } from "vitest";
import type { Channels } from "./channel.ts";
import { notifier } from "./notifier.ts";
import { makeMessage } from "./testing/make-rendered.ts";

const { config } = loadConfig(
  `version: 1
teams:
  vision: { slack: "#vision", email: [vision@example.com] }
  fraud: { email: [fraud@example.com] }
  silent: {}
notify:
  slack: { webhook: "secret:SLACK_WEBHOOK" }
  email: { from: finops@example.com }
  sns: "arn:aws:sns:eu-central-1:111122223333:tagledger"
  fallback: { email: [platform@example.com] }
reports: { timeZone: Europe/Berlin }
`,
  "tagledger.yaml",
);

type Sent = { readonly name: string; readonly addresses: readonly string[]; readonly rendered: Rendered };

/** Channels that write down what they are given; some refuse what is for certain addresses. */
function channelsWith(names: readonly (keyof Channels)[], refuse: readonly string[] = []) {
  const sent: Sent[] = [];
  const failures: string[] = [];
  const channels: Channels = Object.fromEntries(
    names.map((name) => [
      name,
      {
        name,
        send: async (rendered: Rendered, addresses: readonly string[]) => {
          if (refuse.includes(`${name}:${addresses.join()}`)) throw new Error("refused");
          sent.push({ name, addresses, rendered });
        },
      },
    ]),
  );
  const port = notifier(config, channels, (channel, error) => failures.push(`${channel}: ${error}`));
  return { port, failures, places: () => sent.map(({ name, addresses }) => `${name}:${addresses}`), sent };
}

const ALL = ["slack", "email", "sns"] as const;
const EVERYWHERE = { via: ["slack", "email", "sns"], refusedBy: [] };

describe("a message", () => {
  test("to a team goes over its own channels, and to the topic", async () => {
    const { port, places, sent } = channelsWith(ALL);
    expect(await port.send(makeMessage({ team: "vision" }))).toEqual(EVERYWHERE);
    expect(places()).toEqual(["slack:#vision", "email:vision@example.com", "sns:"]);
    expect(sent[0]?.rendered.text).toContain("2026-09-01 14:00 Europe/Berlin");
  });

  test("to a team without a channel in Slack goes by mail alone", async () => {
    const { port, places } = channelsWith(["slack", "email"]);
    expect(await port.send(makeMessage({ team: "fraud" }))).toEqual({ via: ["email"], refusedBy: [] });
    expect(places()).toEqual(["email:fraud@example.com"]);
  });

  test.each(["silent", "unheard-of", "constructor"])(
    "to the team %s, to which nothing leads, goes to the fallback and says so",
    async (team) => {
      const { port, places, sent } = channelsWith(ALL);
      expect(await port.send(makeMessage({ team }))).toEqual(EVERYWHERE);
      expect(places()).toEqual(["slack:", "email:platform@example.com", "sns:"]);
      for (const { rendered } of sent) {
        expect(rendered.text).toContain(`This is for the team ${team}, to whom no channel leads.`);
      }
    },
  );

  test("to a team whose channels there are not goes to the fallback", async () => {
    const { port, places } = channelsWith(["slack"]);
    await port.send(makeMessage({ team: "fraud" }));
    expect(places()).toEqual(["slack:"]);
  });

  test("to nobody in particular goes to the fallback, without more words", async () => {
    const { port, places, sent } = channelsWith(ALL);
    await port.send(makeMessage("fallback"));
    expect(places()).toEqual(["slack:", "email:platform@example.com", "sns:"]);
    expect(sent[0]?.rendered.text).not.toContain("This is for the team");
  });

  test("that one channel does not take is still sent over the others, and the failure is heard of", async () => {
    const { port, places, failures } = channelsWith(ALL, ["slack:#vision"]);
    expect(await port.send(makeMessage({ team: "vision" }))).toEqual({
      via: ["email", "sns"],
      refusedBy: ["slack"],
    });
    expect(places()).toEqual(["email:vision@example.com", "sns:"]);
    expect(failures).toEqual(["slack: Error: refused"]);
  });

  test("that no channel of a team takes goes to the fallback and says so", async () => {
    const { port, places, sent } = channelsWith(ALL, ["slack:#vision", "email:vision@example.com"]);
    expect(await port.send(makeMessage({ team: "vision" }))).toEqual({
      via: ["slack", "email", "sns"],
      refusedBy: ["slack", "email"],
    });
    expect(places()).toEqual(["sns:", "slack:", "email:platform@example.com"]);
    expect(sent[1]?.rendered.text).toContain("This is for the team vision, whose own channels all failed.");
  });

  test("that the fallback is to hear as well goes to both, and says there whose it is", async () => {
    const { port, places, sent } = channelsWith(ALL);
    const message = { ...makeMessage({ team: "vision" }), withFallback: true } as const;
    expect(await port.send(message)).toEqual(EVERYWHERE);
    expect(places()).toEqual([
      "slack:#vision",
      "email:vision@example.com",
      "sns:",
      "slack:",
      "email:platform@example.com",
    ]);
    expect(sent[0]?.rendered.text).not.toContain("This is for");
    expect(sent[4]?.rendered.text).toContain("This is for the team vision, which hears of it, too.");
  });

  test.each([
    ["silent", "to whom no channel leads"] as const,
    ["fraud", "whose own channels all failed"] as const,
  ])(
    "that the fallback is to hear as well goes there once where the team %s cannot be told",
    async (team, why) => {
      const { port, places, sent } = channelsWith(["email"], ["email:fraud@example.com"]);
      expect(await port.send({ ...makeMessage({ team }), withFallback: true })).toEqual({
        via: ["email"],
        refusedBy: team === "fraud" ? ["email"] : [],
      });
      expect(places()).toEqual(["email:platform@example.com"]);
      expect(sent[0]?.rendered.text).toContain(why);
    },
  );

  test("that nobody takes was told to nobody", async () => {
    const { port, failures } = channelsWith(ALL, ["slack:", "email:platform@example.com", "sns:"]);
    expect(await port.send(makeMessage("fallback"))).toEqual({
      via: [],
      refusedBy: ["slack", "email", "sns"],
    });
    expect(failures).toHaveLength(3);
    expect(await channelsWith([]).port.send(makeMessage({ team: "vision" }))).toEqual({
      via: [],
      refusedBy: [],
    });
  });
});

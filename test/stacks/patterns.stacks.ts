import { EventBridgeClient, TestEventPatternCommand } from "@aws-sdk/client-eventbridge";
import { eventRules } from "@tagledger/core/policy/event-rules";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { catalogRecords } from "./events/catalog-records.ts";
import { envelopeOf } from "./events/envelope.ts";
import { failed, readOnly, strangers } from "./events/unheard-records.ts";
import { type RuledBus, reaching, ruledBus } from "./local/event-bus.ts";
import { type Ministack, startMinistack } from "./local/ministack.ts";
import { examples, refused } from "./pattern/examples.ts";
import { matcher } from "./pattern/matcher.ts";

let emulator: Ministack;
let bridge: EventBridgeClient;
beforeAll(async () => {
  emulator = await startMinistack();
  bridge = new EventBridgeClient(reaching(emulator.endpoint));
});
afterAll(() => emulator.stop());

/** What the emulator says of an event and a pattern. */
async function answer(pattern: unknown, event: object = {}): Promise<boolean> {
  const whole = { ...envelopeOf({ eventID: "1", eventTime: "2026-09-01T12:00:00Z" }), ...event };
  const texts = { EventPattern: JSON.stringify(pattern), Event: JSON.stringify(whole) };
  return (await bridge.send(new TestEventPatternCommand(texts))).Result ?? false;
}

describe("our reading of patterns", () => {
  test.each(examples.map((each) => [...each].map((part) => JSON.stringify(part))))(
    "is that of an emulator: %s of %s: %s",
    async (pattern = "", event = "", matches) => {
      expect(await answer(JSON.parse(pattern), JSON.parse(event))).toBe(matches === "true");
    },
  );

  test.each(refused)("is that of an emulator, which refuses %s", async (_, pattern) => {
    await expect(answer(pattern)).rejects.toMatchObject({ name: "InvalidEventPatternException" });
  });
});

describe("the rules on a bus", () => {
  const rules = eventRules();
  const records = catalogRecords();
  // Nobody but AWS puts events that come from AWS, on the emulator too, so others stand in for it there.
  const onBus = rules.map(({ name, pattern }) => ({
    name,
    pattern: { ...pattern, source: [{ prefix: "other." }] },
  }));
  let bus: RuledBus;
  beforeAll(async () => {
    bus = await ruledBus(emulator.endpoint, onBus);
  });

  test("pass on every call of the catalog once, by the rule that our matcher names, and no other call", async () => {
    const unheard = [...failed(records), ...readOnly(records), ...strangers(records)];
    const all = [...unheard, ...records].map((record) => envelopeOf(record, "other.ec2"));
    await bus.send(all);
    const arrived = await bus.arrived();
    const expected = onBus.map(({ name, pattern }) => {
      const matches = matcher(pattern);
      return [name, all.filter(matches).map(({ detail }) => `${detail.eventID}`)] as const;
    });
    for (const [name, ids] of expected) {
      expect(ids.length, name).toBeGreaterThan(0);
      expect([...(arrived.get(name) ?? [])].sort(), name).toEqual([...ids].sort());
    }
    const ids = [...arrived.values()].flat();
    expect(ids.sort()).toEqual(records.map(({ eventID }) => `${eventID}`).sort());
    expect([...(await bus.arrived()).values()].flat()).toEqual([]);
  });

  test("take what AWS put there, and nothing that others put", async () => {
    for (const { pattern } of rules) {
      const own = records.filter((record) => matcher(pattern)(envelopeOf(record)));
      for (const record of own.slice(0, 5)) {
        expect(await answer(pattern, envelopeOf(record))).toBe(true);
        expect(await answer(pattern, envelopeOf(record, "other.ec2"))).toBe(false);
      }
      expect(own.length).toBeGreaterThan(0);
    }
  });
});

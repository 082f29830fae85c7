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
  let bus: RuledBus;
  beforeAll(async () => {
    bus = await ruledBus(emulator.endpoint, rules);
  });

  test("pass on every call of the catalog once, by the rule that our matcher names, and no other call", async () => {
    const unheard = [...failed(records), ...readOnly(records), ...strangers(records)];
    const madeUp = records.map((record) =>
      envelopeOf({ ...record, eventID: `made-up-${record.eventID}` }, "somebody"),
    );
    const all = [...madeUp, ...[...unheard, ...records].map((record) => envelopeOf(record))];
    await bus.send(all);
    const arrived = await bus.arrived();
    const expected = rules.map(({ name, pattern }) => {
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
});

import { memoryTimelines } from "@tagledger/adapters/memory/timelines";
import { sqliteTimelines } from "@tagledger/adapters/sqlite/timelines";
import type { Fact } from "@tagledger/core/ledger/fact";
import { ANN, makeCreated, makeTagged } from "@tagledger/core/ledger/testing/records";
import type { Timelines } from "@tagledger/core/ports";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { TEXTS } from "./ledger/texts.ts";

const opened: Timelines[] = [];
afterEach(async () => {
  for (const timelines of opened.splice(0)) await timelines.close();
});

const text = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc.string({ unit: "binary" }),
  fc.string({ unit: "binary-ascii" }),
);
const tags = fc
  .uniqueArray(fc.tuple(text, text), { selector: ([key]) => key, maxLength: 3 })
  .map((pairs) => Object.fromEntries(pairs));
const fact: fc.Arbitrary<Fact> = fc
  .record({ at: fc.nat(), eventId: fc.option(text), tags, hiddenTags: fc.array(text, { maxLength: 2 }) })
  .chain((given) => fc.constantFrom(makeCreated(given), makeTagged({ ...given, keys: given.hiddenTags })));
const told = fc.record({
  name: fc.oneof(fc.constantFrom("a", "b"), text),
  facts: fc.array(fact, { maxLength: 3 }),
});

describe.each([
  ["memory", memoryTimelines],
  ["SQLite", sqliteTimelines],
])("timelines in %s", (_, make) => {
  const open = (): Timelines => {
    const timelines = make();
    opened.push(timelines);
    return timelines;
  };

  test("give all that was told of a resource, in the order in which it was added", async () => {
    const timelines = open();
    const late = makeTagged({ at: 9, eventId: "z" });
    const early = makeTagged({ at: 1, eventId: "a" });
    await timelines.add([{ name: "a", facts: [late, early] }]);
    await timelines.add([
      { name: "b", facts: [makeCreated()] },
      { name: "a", facts: [makeCreated({ actor: ANN })] },
    ]);
    expect(await timelines.read("a")).toEqual([late, early, makeCreated({ actor: ANN })]);
    expect(await timelines.read("b")).toEqual([makeCreated()]);
  });

  test("give what was told twice twice", async () => {
    const timelines = open();
    for (let times = 0; times < 2; times++) await timelines.add([{ name: "a", facts: [makeCreated()] }]);
    expect(await timelines.read("a")).toEqual([makeCreated(), makeCreated()]);
  });

  test("give nothing of what nothing was told of", async () => {
    const timelines = open();
    expect(await timelines.read("a")).toEqual([]);
    await timelines.add([]);
    await timelines.add([{ name: "a", facts: [] }]);
    expect(await timelines.read("a")).toEqual([]);
    expect(await timelines.read("constructor")).toEqual([]);
  });

  test("take more after they were read, which changes nothing of what was read", async () => {
    const timelines = open();
    await timelines.add([{ name: "a", facts: [makeCreated()] }]);
    const before = await timelines.read("a");
    await timelines.add([{ name: "a", facts: [makeTagged()] }]);
    expect(before).toEqual([makeCreated()]);
    expect(await timelines.read("a")).toEqual([makeCreated(), makeTagged()]);
  });

  test("know nothing of each other", async () => {
    const [one, other] = [open(), open()];
    await one.add([{ name: "a", facts: [makeCreated()] }]);
    expect(await other.read("a")).toEqual([]);
  });

  test("hold what happened to many", async () => {
    const timelines = open();
    for (let n = 0; n < 5000; n++) {
      const facts = [makeTagged({ at: n, tags: { n: `${n}` } })];
      await timelines.add([{ name: `resource ${n % 100}`, facts }]);
    }
    const facts = await timelines.read("resource 7");
    expect(facts.map(({ at }) => at)).toEqual(Array.from({ length: 50 }, (_each, n) => 100 * n + 7));
  });

  test("tell resources apart, whatever they are called", async () => {
    const timelines = open();
    for (const name of TEXTS) await timelines.add([{ name, facts: [makeTagged({ eventId: name })] }]);
    for (const name of TEXTS) {
      expect(await timelines.read(name), JSON.stringify(name)).toEqual([makeTagged({ eventId: name })]);
    }
  });

  test("give back whatever was told, however it was added", () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.array(told, { maxLength: 3 }), { maxLength: 5 }), async (batches) => {
        const timelines = make();
        for (const batch of batches) await timelines.add(batch);
        const all = batches.flat();
        for (const name of new Set(["absent", ...all.map((each) => each.name)])) {
          const expected = all.filter((each) => each.name === name).flatMap(({ facts }) => facts);
          expect(await timelines.read(name)).toEqual(expected);
        }
        await timelines.close();
      }),
    ));
});

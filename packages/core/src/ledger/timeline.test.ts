import { describe, expect, test } from "vitest";
import { replay, UNSEEN } from "../tags/verdict/replay.ts";
import { ANN, MINUTE, makeCreated, makeEnded, makeTagged, START } from "./testing/records.ts";
import { creationAt, endAfter, stateAt, timelineOf } from "./timeline.ts";

const set = (tags: Record<string, string>, at: number, eventId: string | null = `set-${at}`) =>
  makeTagged({ tags, at, eventId });

describe("a timeline", () => {
  test("is in the order of time, whatever the order of delivery", () => {
    const late = set({ a: "2" }, START + 2);
    const early = set({ a: "1" }, START + 1);
    expect(timelineOf([late, makeCreated(), early])).toEqual({
      creations: [makeCreated()],
      changes: [early, late],
      endings: [],
      reads: [],
    });
  });

  test("orders what happened in one moment by its event, and in one event by its part", () => {
    const parts = [
      makeTagged({ eventId: "b", part: 1, tags: { a: "3" } }),
      makeTagged({ eventId: "b", part: 0, tags: { a: "2" } }),
      makeTagged({ eventId: "a", part: 0, tags: { a: "1" } }),
    ];
    expect(timelineOf(parts).changes.map(({ eventId, part }) => `${eventId}${part}`)).toEqual([
      "a0",
      "b0",
      "b1",
    ]);
  });

  test("knows once what was delivered twice, with an id or without", () => {
    expect(timelineOf([makeTagged(), makeCreated(), makeTagged()]).changes).toHaveLength(1);
    expect(timelineOf([set({ a: "1" }, START, null), set({ a: "1" }, START, null)]).changes).toHaveLength(1);
    expect(timelineOf([set({ a: "1" }, START, null), set({ a: "2" }, START, null)]).changes).toHaveLength(2);
    expect(timelineOf([set({ a: "1" }, START, null), set({ a: "1" }, START + 1, null)]).changes).toHaveLength(
      2,
    );
  });

  test("knows once what several did alike in one moment", () => {
    const alike = [makeTagged({ eventId: "b", actor: ANN }), makeTagged({ eventId: "a" })];
    expect(timelineOf(alike).changes).toEqual([makeTagged({ eventId: "b", actor: ANN })]);
  });

  test("counts the last of what was done again in one moment, after what came between", () => {
    const removed = makeTagged({ at: START, eventId: "2", change: "remove", tags: {}, keys: ["a"] });
    const { changes } = timelineOf([set({ a: "1" }, START, "1"), removed, set({ a: "1" }, START, "3")]);
    expect(changes.map(({ eventId }) => eventId)).toEqual(["2", "3"]);
    expect(stateAt({ creations: [], changes, endings: [], reads: [] }, START).tags).toEqual({ a: "1" });
  });

  test("holds no decisions, which change nothing about the resource", () => {
    const decided = { ...makeCreated(), kind: "decided", verdict: "violating", state: "violating" } as const;
    expect(timelineOf([decided])).toEqual({ creations: [], changes: [], endings: [], reads: [] });
  });
});

describe("of something that was created twice under one name", () => {
  const again = makeCreated({ at: START + MINUTE, eventId: "event-9", tags: { "ml-team": "vision" } });
  const timeline = timelineOf([makeCreated(), again]);

  test.each([
    ["nothing is there before the first", START - 1, undefined, START],
    ["the first is there at once", START, "event-1", START + MINUTE],
    ["the first is there until the second", START + MINUTE - 1, "event-1", START + MINUTE],
    ["the second takes its place", START + MINUTE, "event-9", undefined],
  ])("%s", (_, at, created, until) => {
    expect(creationAt(timeline, at)?.eventId).toBe(created);
    expect(endAfter(timeline, at)).toEqual(until === undefined ? null : { until, isDeleted: false });
  });

  test("the second has none of the tags of the first", () => {
    const tagged = timelineOf([makeCreated(), set({ "ml-project": "cards" }, START + 1), again]);
    expect(stateAt(tagged, START + MINUTE)).toEqual({
      tags: { "ml-team": "vision" },
      hidden: [],
      known: "all",
    });
  });
});

describe("of something that was deleted", () => {
  const ended = makeEnded({ at: START + MINUTE });
  const timeline = timelineOf([makeCreated(), set({ a: "1" }, START + MINUTE), ended]);
  const deletedAt = (at: number) => ({ until: at + 1, isDeleted: true });

  test("all is there up to the moment of its deletion, and nothing is known after", () => {
    expect(creationAt(timeline, START + MINUTE)?.eventId).toBe("event-1");
    expect(stateAt(timeline, START + MINUTE).tags).toMatchObject({ a: "1" });
    expect(endAfter(timeline, START)).toEqual(deletedAt(START + MINUTE));
    expect(endAfter(timeline, START + MINUTE)).toEqual(deletedAt(START + MINUTE));
    expect(creationAt(timeline, START + MINUTE + 1)).toBeUndefined();
    expect(stateAt(timeline, START + MINUTE + 1)).toEqual(UNSEEN);
    expect(endAfter(timeline, START + MINUTE + 1)).toBeNull();
  });

  test("the deletion is known once, though it was delivered twice and heard from two", () => {
    const again = makeEnded({ at: START + MINUTE, eventId: "event-8" });
    expect(timelineOf([ended, again, ended]).endings).toEqual([again]);
  });

  test("what is made in the moment of its own deletion is there in that moment", () => {
    const brief = timelineOf([makeEnded({ at: START }), makeCreated()]);
    expect(creationAt(brief, START)?.eventId).toBe("event-1");
    expect(endAfter(brief, START)).toEqual(deletedAt(START));
  });

  test("what takes its place in the moment of its deletion outlives it", () => {
    const again = makeCreated({ at: START + MINUTE, eventId: "event-9", tags: {} });
    const replaced = timelineOf([again, ended, makeCreated()]);
    expect(endAfter(replaced, START)).toEqual({ until: START + MINUTE, isDeleted: true });
    expect(creationAt(replaced, START + MINUTE)?.eventId).toBe("event-9");
    expect(stateAt(replaced, START + MINUTE).tags).toEqual({});
    expect(endAfter(replaced, START + MINUTE)).toBeNull();
  });

  test("a call that might have found it there makes another", () => {
    const again = makeCreated({ at: START + 2 * MINUTE, eventId: "event-9", mayExist: true });
    expect(timelineOf([again, ended, makeCreated()]).creations).toHaveLength(2);
    expect(timelineOf([again, makeCreated()]).creations).toHaveLength(1);
  });
});

describe("a call that also succeeds for what is there already", () => {
  const maybe = (at: number) => makeCreated({ at, eventId: `maybe-${at}`, tags: {}, mayExist: true });

  test("begins a life where nothing is known before", () => {
    expect(timelineOf([maybe(START)]).creations).toHaveLength(1);
    expect(stateAt(timelineOf([maybe(START), set({ a: "1" }, START)]), START).known).toBe("all");
  });

  test.each([
    ["created", makeCreated({ tags: { a: "1" } })],
    ["tagged", set({ a: "1" }, START)],
  ])("changes nothing about what was %s before", (_, before) => {
    const timeline = timelineOf([maybe(START + MINUTE), before]);
    expect(timeline.creations.filter(({ mayExist }) => mayExist)).toEqual([]);
    expect(stateAt(timeline, START + MINUTE).tags).toEqual({ a: "1" });
  });
});

describe("the tags of a resource", () => {
  test("are known whole from its creation on, and before that only as they were written", () => {
    const unseen = timelineOf([set({ a: "1" }, START)]);
    expect(stateAt(unseen, START - 1).known).toEqual(new Set());
    expect(stateAt(unseen, START)).toEqual({ tags: { a: "1" }, hidden: [], known: new Set(["a"]) });
    expect(stateAt(timelineOf([makeCreated()]), START).known).toBe("all");
  });

  test("count what was written in the moment of its creation, and in the moment that is asked for", () => {
    const timeline = timelineOf([makeCreated(), set({ a: "1" }, START), set({ a: "2" }, START + 1)]);
    expect(stateAt(timeline, START).tags).toEqual({ "ml-team": "fraud-detection", a: "1" });
    expect(stateAt(timeline, START + 1).tags).toMatchObject({ a: "2" });
  });

  test("are not known where the log hid them at the creation, until they are written anew", () => {
    const timeline = timelineOf([makeCreated({ tags: {}, hiddenTags: ["a"] }), set({ a: "1" }, START + 1)]);
    expect(stateAt(timeline, START)).toEqual({ tags: {}, hidden: ["a"], known: "all" });
    expect(stateAt(timeline, START + 1)).toEqual({ tags: { a: "1" }, hidden: [], known: "all" });
  });

  test("are known after each of very many changes", () => {
    const changes = Array.from({ length: 350 }, (_, n) =>
      n % 3 === 0
        ? makeTagged({
            at: START + 2 * n,
            eventId: `${n}`,
            change: "remove",
            tags: {},
            keys: [`key ${n - 2}`],
          })
        : set({ [`key ${n}`]: `${n}`, last: `${n}` }, START + 2 * n),
    );
    const timeline = timelineOf(changes.toReversed());
    expect(stateAt(timeline, START - 1)).toEqual(UNSEEN);
    for (const [n, { at }] of changes.entries()) {
      const expected = replay(UNSEEN, timeline.changes.slice(0, n + 1));
      expect(stateAt(timeline, at)).toEqual(expected);
      expect(stateAt(timeline, at + 1)).toEqual(expected);
    }
  });
});

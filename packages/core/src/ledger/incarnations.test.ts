import { describe, expect, test } from "vitest";
import type { Fact } from "./fact.ts";
import { incarnationsOf } from "./incarnations.ts";
import { MINUTE, makeCreated, makeEnded, makeTagged, START } from "./testing/records.ts";
import { timelineOf } from "./timeline.ts";

/** Lives in short: the id, when it began and was last touched in minutes, and its changes. */
function lives(...facts: Fact[]) {
  return incarnationsOf(timelineOf(facts)).map(({ id, created, touched, timeline }) => [
    id,
    (created - START) / MINUTE,
    (touched - START) / MINUTE,
    timeline.changes.map(({ eventId }) => eventId),
  ]);
}

const created = (minute: number, eventId: string | null) =>
  makeCreated({ at: START + minute * MINUTE, eventId });
const ended = (minute: number) => makeEnded({ at: START + minute * MINUTE, eventId: `e${minute}` });
const tagged = (minute: number) => makeTagged({ at: START + minute * MINUTE, eventId: `t${minute}` });

describe("under one name there is", () => {
  test("nothing where nothing happened", () => {
    expect(lives()).toEqual([]);
  });

  test("one life where something was created once, with all that was done to it", () => {
    expect(lives(tagged(7), created(0, "c"), tagged(3))).toEqual([["c", 0, 7, ["t3", "t7"]]]);
  });

  test("a life that nothing happened to, touched when it was created", () => {
    expect(lives(created(2, "c"))).toEqual([["c", 2, 2, []]]);
  });

  test("what was there before the first known creation, from when it was first heard of", () => {
    expect(lives(tagged(1), tagged(2), created(5, "c"), tagged(6))).toEqual([
      ["before", 1, 2, ["t1", "t2"]],
      ["c", 5, 6, ["t6"]],
    ]);
  });

  test("only what was there before, where no creation is known", () => {
    expect(lives(tagged(1))).toEqual([["before", 1, 1, ["t1"]]]);
  });

  test("a life for each creation, and each change is of the one that was there", () => {
    expect(lives(created(0, "a"), tagged(1), created(5, "b"), tagged(5), tagged(9))).toEqual([
      ["a", 0, 1, ["t1"]],
      ["b", 5, 9, ["t5", "t9"]],
    ]);
  });

  test("one life where two creations in one moment cannot both have lasted", () => {
    expect(lives(created(0, "b"), created(0, "a"), tagged(1))).toEqual([["b", 0, 1, ["t1"]]]);
  });

  test("a life known by its time where the event has no id", () => {
    expect(lives(created(1, null), created(2, null)).map(([id]) => id)).toEqual([
      "2026-09-01T00:01:00.000Z",
      "2026-09-01T00:02:00.000Z",
    ]);
  });

  test("one life though its creation was delivered twice", () => {
    expect(lives(created(0, "a"), tagged(1), created(0, "a"), tagged(1))).toEqual([["a", 0, 1, ["t1"]]]);
  });

  test("a life that ends with its deletion, and what was done to it until then", () => {
    const facts = [created(0, "a"), tagged(1), tagged(5), ended(5)];
    expect(lives(...facts)).toEqual([["a", 0, 5, ["t1", "t5"]]]);
    expect(incarnationsOf(timelineOf(facts))[0]?.ended).toBe(START + 5 * MINUTE);
  });

  test("nobody whose tags they are that are set after the end, until another is created", () => {
    expect(lives(created(0, "a"), ended(5), tagged(6), created(7, "b"), tagged(8))).toEqual([
      ["a", 0, 0, []],
      ["b", 7, 8, ["t8"]],
    ]);
  });

  test("one end of a life, whoever deletes it again", () => {
    const [life] = incarnationsOf(timelineOf([created(0, "a"), ended(5), ended(6)]));
    expect(life?.timeline.endings).toEqual([ended(5)]);
  });

  test("the end of what was there before, and that of what is known by nothing else", () => {
    expect(lives(tagged(1), ended(5), created(6, "c"))).toEqual([
      ["before", 1, 1, ["t1"]],
      ["c", 6, 6, []],
    ]);
    expect(lives(ended(5))).toEqual([["before", 5, 5, []]]);
  });

  test("a life of one moment where nothing was there before, and else one that takes the place of another", () => {
    expect(lives(created(5, "a"), ended(5), tagged(5))).toEqual([["a", 5, 5, ["t5"]]]);
    expect(lives(created(0, "a"), created(5, "b"), ended(5), tagged(5))).toEqual([
      ["a", 0, 0, []],
      ["b", 5, 5, ["t5"]],
    ]);
  });
});

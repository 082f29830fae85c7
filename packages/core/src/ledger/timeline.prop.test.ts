import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { courseOf } from "../tags/lifecycle/course.ts";
import { isHidden, type TagState, tagOf } from "../tags/tag-state.ts";
import { replay, UNSEEN } from "../tags/verdict/replay.ts";
import { datedTags } from "./dated-tags.ts";
import type { Fact } from "./fact.ts";
import { type Incarnation, incarnationsOf } from "./incarnations.ts";
import type { DatedTag } from "./resource.ts";
import { instanceLife } from "./testing/lives.ts";
import { makeCreated, makeEnded, makeTagged } from "./testing/records.ts";
import { stateAt, stateOf, timelineOf } from "./timeline.ts";

const KEYS = ["ml-team", "env", "aws:stack", "__proto__"];
const INSTANTS = [0, 1, 2, 3, 4, 5, 6];

const key = fc.constantFrom(...KEYS);
const tags = fc
  .uniqueArray(fc.tuple(key, fc.constantFrom("a", "b", "")), { selector: ([name]) => name, maxLength: 3 })
  .map((pairs) => Object.fromEntries(pairs));
const hiddenTags = fc.uniqueArray(fc.constantFrom(...KEYS, "*"), { maxLength: 2 });
const change = fc.constantFrom("set" as const, "set" as const, "remove" as const, "replace" as const);
const told = { at: fc.integer({ min: 1, max: 5 }), tags, hiddenTags };

const creation = fc.record(told).map((given) => (eventId: string) => [makeCreated({ ...given, eventId })]);
const tagging = fc
  .record({
    at: told.at,
    parts: fc.array(fc.record({ change, tags, hiddenTags, keys: fc.uniqueArray(key, { maxLength: 3 }) }), {
      minLength: 1,
      maxLength: 2,
    }),
  })
  .map(
    ({ at, parts }) =>
      (eventId: string) =>
        parts.map((given, part) => makeTagged({ ...given, at, eventId, part })),
  );

const deletion = told.at.map((at) => (eventId: string) => [makeEnded({ at, eventId })]);

/** What a handful of events tell of one resource; some do what others did before, as programs that try again. */
const facts: fc.Arbitrary<Fact[]> = fc
  .array(
    fc.oneof(
      { weight: 2, arbitrary: creation },
      { weight: 6, arbitrary: tagging },
      { weight: 1, arbitrary: deletion },
    ),
    { maxLength: 6 },
  )
  .chain((events) => fc.subarray(events).map((again) => [...events, ...again]))
  .map((events) => events.flatMap((event, index) => event(`event-${index}`)));

/** The same in another order, some of it more than once. */
const delivered = facts.chain((all) =>
  fc
    .tuple(fc.shuffledSubarray(all, { minLength: all.length }), fc.shuffledSubarray(all))
    .chain(([once, again]) => fc.constant({ all, again: [...again, ...once] })),
);

describe("facts delivered in any order, and more than once,", () => {
  test("make the same timeline, the same lives and the same tags at every instant", () => {
    fc.assert(
      fc.property(delivered, ({ all, again }) => {
        const [one, other] = [timelineOf(all), timelineOf(again)];
        expect(other).toEqual(one);
        expect(incarnationsOf(timelineOf(again))).toEqual(incarnationsOf(timelineOf(all)));
        for (const at of INSTANTS) expect(stateAt(other, at)).toEqual(stateAt(one, at));
      }),
    );
  });

  test("make the same tags even where they have no ids to be known by, as long as their times differ", () => {
    fc.assert(
      fc.property(delivered, ({ all, again }) => {
        const anonymous = (each: Fact) => ({ ...each, eventId: null, at: 10 * all.indexOf(each) });
        const [one, other] = [timelineOf(all.map(anonymous)), timelineOf(again.map(anonymous))];
        for (const fact of all) {
          const { at } = anonymous(fact);
          expect(stateAt(other, at)).toEqual(stateAt(one, at));
        }
      }),
    );
  });
});

test("the tags of every instant are those of the last creation and of all changes since, in their order", () => {
  fc.assert(
    fc.property(facts.map(withoutEnds), (all) => {
      for (const at of INSTANTS) {
        const { tags: known, hidden } = stateAt(timelineOf(all), at);
        expect({ tags: known, hidden }).toEqual(replayed(all, at));
      }
    }),
    { numRuns: 1000 },
  );
});

describe("the lives under one name", () => {
  test("share out all changes, and each begins with one creation or with what was there before", () => {
    fc.assert(
      fc.property(facts.map(withoutEnds), (all) => {
        const lives = incarnationsOf(timelineOf(all));
        expect(lives.flatMap(({ timeline }) => timeline.changes)).toEqual(timelineOf(all).changes);
        for (const [index, { id, created, timeline, touched }] of lives.entries()) {
          expect(timeline.creations.length).toBe(id === "before" ? 0 : 1);
          expect(id === "before" && index > 0).toBe(false);
          expect(touched).toBeGreaterThanOrEqual(created);
        }
        expect(new Set(lives.map(({ created }) => created)).size).toBe(lives.length);
        expect(new Set(lives.map(({ id }) => id)).size).toBe(lives.length);
      }),
    );
  });

  test("hold what was done up to their end, and nothing after it", () => {
    fc.assert(
      fc.property(facts, (all) => {
        const lives = incarnationsOf(timelineOf(all));
        for (const [index, { created, ended, timeline }] of lives.entries()) {
          for (const { at } of timeline.changes) expect(created <= at && at <= ended).toBe(true);
          expect(timeline.endings.length).toBeLessThanOrEqual(1);
          for (const { at } of timeline.endings) expect(at).toBe(ended);
          expect(lives[index + 1]?.created ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(ended);
        }
        expect(new Set(lives.map(({ id }) => id)).size).toBe(lives.length);
      }),
    );
  });

  test("keep dated tags that read back as the tags of every instant", () => {
    fc.assert(
      fc.property(facts, (all) => {
        const timeline = timelineOf(all);
        const lives = incarnationsOf(timelineOf(all));
        for (const at of INSTANTS) {
          const life = lifeAt(lives, at);
          if (life !== undefined && life.ended < at) continue;
          const dated = life === undefined ? [] : datedTags(courseOf(instanceLife(life)));
          for (const name of [...KEYS, "never-set"])
            expect(readBack(dated, name, at), `${name} at ${at}`).toEqual(shown(stateAt(timeline, at), name));
        }
      }),
      { numRuns: 500 },
    );
  });

  test("keep no date at which a tag stays what it was", () => {
    fc.assert(
      fc.property(facts, (all) => {
        for (const life of incarnationsOf(timelineOf(all))) {
          const dated = datedTags(courseOf(instanceLife(life)));
          for (const name of new Set(dated.map((each) => each.key))) {
            const own = dated
              .filter((each) => each.key === name)
              .map(({ value, hidden }) => `${value} ${hidden}`);
            expect(own.filter((each, index) => each === own[index - 1])).toEqual([]);
          }
          expect(dated.map(({ since }) => since)).toEqual(dated.map(({ since }) => since).toSorted());
        }
      }),
    );
  });
});

/** The tags at an instant, from nothing but the changes as they were told. */
function replayed(all: readonly Fact[], at: number): Pick<TagState, "tags" | "hidden"> {
  const told = all.filter((each) => each.at <= at);
  const created = told
    .filter((each) => each.kind === "created")
    .sort((a, b) => a.at - b.at || ((a.eventId ?? "") < (b.eventId ?? "") ? -1 : 1))
    .at(-1);
  const changes = told.filter((each) => each.kind === "tagged");
  const since = created?.at ?? 0;
  const begun = created === undefined ? UNSEEN : stateOf(created);
  const { tags: known, hidden } = replay(
    begun,
    changes.filter((each) => since <= each.at),
  );
  return { tags: known, hidden };
}

function withoutEnds(all: readonly Fact[]): Fact[] {
  return all.filter(({ kind }) => kind !== "ended");
}

function lifeAt(lives: readonly Incarnation[], at: number): Incarnation | undefined {
  return lives.findLast(({ created }) => created <= at);
}

/** What dated tags say of a key at an instant; of one that they never name, what they say of any. */
function readBack(dated: readonly DatedTag[], key: string, at: number) {
  const then = dated.filter(({ since }) => since <= at);
  const { value, hidden } = then.findLast((each) => each.key === key) ??
    then.findLast((each) => each.key === "*") ?? { value: null, hidden: false };
  return { value, hidden };
}

function shown(state: TagState, key: string) {
  const value = tagOf(state, key) ?? null;
  return { value, hidden: value === null && isHidden(state, key) };
}

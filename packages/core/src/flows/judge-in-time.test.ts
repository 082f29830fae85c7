import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Fact } from "../ledger/fact.ts";
import { makeCreated, makeEnded, makeTagged } from "../ledger/testing/records.ts";
import { timelineOf } from "../ledger/timeline.ts";
import { company } from "../tags/testing/make-config.ts";
import { AT, GOOD, makeActor, makeSubject, state } from "../tags/testing/make-subject.ts";
import { judge } from "../tags/verdict/judge.ts";
import { judgeInTime } from "./judge-in-time.ts";

const MINE = judge(company());
const SECOND = 1000;
const HOUR = 3600 * SECOND;
const FRAUD = makeActor({ roleName: "fraud-ml", roleArn: "arn:aws:iam::111122223333:role/fraud-ml" });
const VISION = makeActor({ roleName: "vision-ml", roleArn: "arn:aws:iam::111122223333:role/vision-ml" });
const { "ml-team": team = "", ...others } = GOOD;

const created = (
  after: number,
  tags: Record<string, string>,
  given: Partial<Fact & { kind: "created" }> = {},
) => makeCreated({ at: AT + after, eventId: `created-${after}`, tags, ...given });
const tagged = (
  after: number,
  tags: Record<string, string>,
  given: Partial<Fact & { kind: "tagged" }> = {},
) => makeTagged({ at: AT + after, eventId: `tagged-${after}`, tags, ...given });

const ended = (after: number, eventId = `ended-${after}`) => makeEnded({ at: AT + after, eventId });

/** What is said at an instant, after some time, of a resource of which these facts are known. */
function judged(facts: readonly Fact[], after = 0) {
  const subject = makeSubject({ account: null, state: state({}), at: AT + after });
  return judgeInTime(MINE, subject, timelineOf(facts), AT + after);
}

describe("a resource", () => {
  test.each<[string, Fact[], string]>([
    [
      "that was tagged a second later is compliant",
      [created(0, others), tagged(SECOND, { "ml-team": team })],
      "compliant",
    ],
    [
      "that was tagged in the end of its grace is compliant",
      [created(0, others), tagged(HOUR, { "ml-team": team })],
      "compliant",
    ],
    [
      "that was tagged too late is violating",
      [created(0, others), tagged(HOUR + 1, { "ml-team": team })],
      "violating",
    ],
    ["that was never tagged is violating", [created(0, {})], "violating"],
    [
      "whose tags another got that took its place is violating",
      [created(0, others), created(SECOND, others), tagged(2 * SECOND, { "ml-team": team })],
      "violating",
    ],
    [
      "that was deleted before its grace ended is undecided",
      [created(0, others), ended(HOUR - 1)],
      "undecided",
    ],
    ["that was deleted after its grace is violating", [created(0, others), ended(HOUR)], "violating"],
    [
      "that was tagged before it was deleted is compliant",
      [created(0, others), tagged(SECOND, { "ml-team": team }), ended(SECOND)],
      "compliant",
    ],
    [
      "that was deleted before another took its place is undecided",
      [created(0, others), ended(SECOND), created(2 * SECOND, GOOD)],
      "undecided",
    ],
    [
      "that lacks tags is violating, though the one before it was deleted",
      [created(-SECOND, others), ended(0), created(0, others)],
      "violating",
    ],
    [
      "that was tagged before it came to be is judged by its own tags",
      [tagged(-SECOND, GOOD), created(0, others)],
      "violating",
    ],
  ])("%s", (_, facts, verdict) => {
    expect(judged(facts).verdict).toBe(verdict);
  });

  test("is judged when it was tagged with all that it had by then", () => {
    const facts = [
      created(0, others),
      tagged(3 * HOUR, { "ml-team": team }),
      tagged(5 * HOUR, { "ml-team": "nobody" }),
    ];
    expect(judged(facts, 3 * HOUR).verdict).toBe("compliant");
    expect(judged(facts, 5 * HOUR).verdict).toBe("violating");
    expect(judged(facts, 3 * HOUR).subject).toMatchObject({ at: AT + 4 * HOUR, state: { tags: GOOD } });
  });

  test("that was there before the log began is judged by what was written", () => {
    expect(judged([tagged(0, others)]).verdict).toBe("undecided");
    expect(judged([tagged(0, others), tagged(SECOND, { "ml-team": team })]).verdict).toBe("compliant");
    expect(judged([tagged(0, { "ml-team": "nobody" })]).verdict).toBe("violating");
  });

  test("belongs to who made it, not to who tagged it", () => {
    const facts = [created(0, others, { actor: FRAUD }), tagged(SECOND, { Name: "x" }, { actor: VISION })];
    const subject = makeSubject({ account: null, actor: VISION, at: AT + SECOND });
    expect(judgeInTime(MINE, subject, timelineOf(facts), AT + SECOND).owner.team).toBe("fraud-detection");
    expect(judgeInTime(MINE, subject, timelineOf(facts.slice(1)), AT + SECOND).owner.team).toBe("vision");
  });
});

test("in whatever order and how often facts are delivered, the verdict is the same", () => {
  const tags = fc.constantFrom(
    GOOD,
    others,
    { "ml-team": team },
    { "ml-team": "nobody" },
    { "ml-environment": "PROD" },
  );
  const after = fc.constantFrom(-SECOND, 0, SECOND, HOUR, HOUR + SECOND);
  const kind = fc.constantFrom("created" as const, "tagged" as const, "ended" as const);
  const fact = fc.record({ after, tags, kind });
  const facts = fc.array(fact, { maxLength: 6 }).map((all) =>
    all.map(({ after: offset, tags: some, kind: what }, index) => {
      const eventId = `${index}`;
      if (what === "ended") return ended(offset, eventId);
      return (what === "created" ? created : tagged)(offset, some, { eventId });
    }),
  );
  const delivered = facts.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }), fc.subarray(all)),
  );
  fc.assert(
    fc.property(delivered, after, ([all, shuffled, again], instant) => {
      expect(judged([...again, ...shuffled], instant)).toEqual(judged(all, instant));
    }),
  );
});

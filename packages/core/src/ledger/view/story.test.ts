import { describe, expect, test } from "vitest";
import type { Fact } from "../fact.ts";
import type { ResourceHistory } from "../resource.ts";
import {
  ANN,
  ARN,
  MINUTE,
  makeCreated,
  makeEnded,
  makeRecord,
  makeTagged,
  START,
} from "../testing/records.ts";
import { storyView } from "./story.ts";

function story(given: Partial<ResourceHistory>) {
  return storyView({
    resource: ARN,
    version: 1,
    incarnations: [makeRecord()],
    accruals: [],
    facts: [],
    ...given,
  });
}

const LATER = START + 5 * MINUTE;

describe("the story of a resource", () => {
  test("tells the newest life first, and each with what happened in it", () => {
    const { incarnations } = story({
      incarnations: [makeRecord(), makeRecord({ incarnation: "event-9", created: LATER })],
      facts: [makeCreated(), makeTagged(), makeCreated({ at: LATER, eventId: "event-9" })],
    });
    expect(
      incarnations.map(({ incarnation, moments }) => [incarnation, moments.map(({ what }) => what)]),
    ).toEqual([
      ["event-9", ["created"]],
      ["event-1", ["created", "tags set"]],
    ]);
  });

  test("tells what happened before the first recorded life with that one, so that nothing is left out", () => {
    const early = makeTagged({ at: START - MINUTE });
    const { incarnations } = story({ facts: [early, makeCreated()] });
    expect(incarnations[0]?.moments.map(({ at }) => at)).toEqual([
      "2026-08-31T23:59:00.000Z",
      "2026-09-01T00:00:00.000Z",
    ]);
  });

  test("says when each life was deleted, also in the moment in which another took its place", () => {
    const records = [makeRecord(), makeRecord({ incarnation: "event-9", created: LATER })];
    const deleted = makeEnded({ at: LATER });
    const facts = [makeCreated(), makeCreated({ at: LATER, eventId: "event-9" }), deleted];
    const { incarnations } = story({ incarnations: records, facts });
    expect(incarnations.map((life) => life.deleted)).toEqual([null, "2026-09-01T00:05:00.000Z"]);
    expect(story({ facts: [makeCreated(), deleted] }).incarnations[0]?.deleted).toBe(
      "2026-09-01T00:05:00.000Z",
    );
  });

  test("of what nobody has recorded is empty", () => {
    expect(story({ incarnations: [] })).toEqual({ resource: ARN, incarnations: [] });
  });

  test("dates the tags, and says what speaks for the owner and what would be written", () => {
    const evidence = [{ kind: "account", detail: "account 111122223333", team: "x", weight: 0.85 }] as const;
    const repairs = [{ key: "env", value: "prod", by: "alias", from: "production", removes: [] }] as const;
    const { incarnations } = story({ incarnations: [makeRecord({ evidence, repairs })] });
    expect(incarnations).toMatchObject([
      {
        incarnation: "event-1",
        tags: [
          { key: "ml-team", value: "fraud-detection", hidden: false, since: "2026-09-01T00:00:00.000Z" },
        ],
        evidence,
        repairs: [{ key: "env", value: "prod", by: "alias", says: "the value that the word stands for" }],
      },
    ]);
  });
});

describe("a moment is told", () => {
  const nothing = { eventId: "event-2", actor: null, tags: {}, keys: [], hidden: [], verdict: null };
  const happening = { at: START, eventId: "event-2", part: 0, actor: null };

  test.each<[string, Fact, object]>([
    [
      "of a creation, with its tags and those that the log hides",
      makeCreated({ eventId: "event-2", tags: { a: "1" }, hiddenTags: ["b"] }),
      { what: "created", tags: { a: "1" }, hidden: ["b"] },
    ],
    [
      "of tags that were set",
      makeTagged({ at: START, tags: { a: "1" }, hiddenTags: ["b"] }),
      { what: "tags set", tags: { a: "1" }, hidden: ["b"] },
    ],
    [
      "of tags that were removed",
      makeTagged({ at: START, change: "remove", tags: {}, keys: ["a"] }),
      { what: "tags removed", keys: ["a"] },
    ],
    [
      "of tags that took the place of all others",
      makeTagged({ at: START, change: "replace", tags: { a: "1" } }),
      { what: "tags replaced", tags: { a: "1" } },
    ],
    [
      "of a stop",
      { ...happening, kind: "ran", effect: "stops", attributes: {}, resumes: null },
      { what: "stopped" },
    ],
    ["of a look", { ...happening, kind: "read", tags: { a: "1" } }, { what: "tags read", tags: { a: "1" } }],
    ["of a look in vain", { ...happening, kind: "missed", miss: "throttled" }, { what: "not read" }],
    ["of a deletion", makeEnded({ at: START, eventId: "event-2" }), { what: "deleted" }],
    [
      "of a decision, with its verdict",
      { ...happening, kind: "decided", verdict: "violating", state: "violating" },
      { what: "decided", verdict: "violating" },
    ],
  ])("%s", (_, fact, expected) => {
    expect(story({ facts: [fact] }).incarnations[0]?.moments).toEqual([
      { ...nothing, at: "2026-09-01T00:00:00.000Z", ...expected },
    ]);
  });

  test("with who did it, in three words", () => {
    expect(story({ facts: [makeCreated({ actor: ANN })] }).incarnations[0]?.moments[0]?.actor).toEqual({
      type: "AssumedRole",
      arn: ANN.arn,
      display: "ann@example.com",
    });
  });
});

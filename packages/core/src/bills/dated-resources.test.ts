import { describe, expect, test } from "vitest";
import { DatedResources } from "./dated-resources.ts";
import type { TaggedLife, TagSince } from "./tagged-life.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FIRST = Date.UTC(2026, 8, 1);
const ARN = "arn:aws:sagemaker:eu-central-1:111122223333:endpoint/churn";

function life(created: number, tags: readonly TagSince[], given: Partial<TaggedLife> = {}): TaggedLife {
  return {
    resource: ARN,
    arn: ARN,
    id: "churn",
    type: "sagemaker:endpoint",
    account: "111122223333",
    region: "eu-central-1",
    created,
    ended: null,
    foundBy: "event",
    tags,
    ...given,
  };
}

function tag(value: string | null, since: number, key = "ml-team"): TagSince {
  return { key, value, since };
}

/** The states of the only resource, as pairs of hours since the first and values. */
function statesOf(lives: readonly TaggedLife[], tagKeys: readonly string[] = ["ml-team"]) {
  const dated = new DatedResources(tagKeys);
  for (const each of lives) dated.add(each);
  const [only, ...others] = dated.values();
  expect(others).toEqual([]);
  return only?.states.map(({ since, values }) => [(since - FIRST) / HOUR, ...values]);
}

describe("what a resource was tagged with", () => {
  test("reaches back to the day of its creation where it was tagged late", () => {
    const created = FIRST + 10.5 * HOUR;
    expect(statesOf([life(created, [tag("vision", created + 5 * DAY)])])).toEqual([[0, "vision"]]);
  });

  test("changes when the tag does, and ends when it is removed", () => {
    const tags = [tag("vision", FIRST), tag("nlp", FIRST + 5 * HOUR), tag(null, FIRST + 9 * HOUR)];
    expect(statesOf([life(FIRST, tags)])).toEqual([
      [0, "vision"],
      [5, "nlp"],
      [9, ""],
    ]);
  });

  test("is told for each key in the order asked for", () => {
    const tags = [
      tag("churn", FIRST + HOUR, "ml-project"),
      tag("vision", FIRST + 2 * HOUR),
      tag("x", FIRST, "other"),
    ];
    tags.sort((a, b) => a.since - b.since);
    tags.push(tag("fraud", FIRST + 3 * HOUR, "ml-project"));
    expect(statesOf([life(FIRST, tags)], ["ml-team", "absent", "ml-project"])).toEqual([
      [0, "vision", "", "churn"],
      [3, "vision", "", "fraud"],
    ]);
  });

  test("is not a value that the log hides, before it is seen and after it is hidden", () => {
    const tags = [tag(null, FIRST), tag("vision", FIRST + 4 * HOUR), tag(null, FIRST + 8 * HOUR)];
    expect(statesOf([life(FIRST, tags)])).toEqual([
      [0, "vision"],
      [8, ""],
    ]);
  });

  test("is found by its key as bills write it, as asked for before all other spellings", () => {
    const tags = [tag("nlp", FIRST, "ml.team"), tag("vision", FIRST + HOUR, "ml-team")];
    expect(statesOf([life(FIRST, tags)], ["ml-team"])).toEqual([
      [0, "nlp"],
      [1, "vision"],
    ]);
    expect(statesOf([life(FIRST, tags)], ["user:ml_team"])).toEqual([
      [0, "nlp"],
      [1, "vision"],
    ]);
    expect(statesOf([life(FIRST, tags)], ["ml.team"])).toEqual([[0, "nlp"]]);
  });

  test("is of any age where nobody saw the creation", () => {
    const found = life(FIRST + DAY, [tag("vision", FIRST + DAY)], { foundBy: "sweep" });
    expect(statesOf([found])).toEqual([[-FIRST / HOUR, "vision"]]);
  });
});

describe("several resources of one name, one after the other,", () => {
  test("are told apart in time, whichever is listed first", () => {
    const first = life(FIRST, [tag("vision", FIRST)], { ended: FIRST + 2 * DAY });
    const second = life(FIRST + 5.5 * DAY, [tag("nlp", FIRST + 6 * DAY)]);
    const expected = [
      [0, "vision"],
      [5 * 24, "nlp"],
    ];
    expect(statesOf([first, second])).toEqual(expected);
    expect(statesOf([second, first])).toEqual(expected);
  });

  test("hand over at the hour where it is on one day", () => {
    const first = life(FIRST, [tag("vision", FIRST)], { ended: FIRST + 10.1 * HOUR });
    const second = life(FIRST + 10.5 * HOUR, [tag("nlp", FIRST + 10.5 * HOUR)]);
    expect(statesOf([first, second])).toEqual([
      [0, "vision"],
      [10, "nlp"],
    ]);
  });

  test("do not inherit what the one before was tagged with", () => {
    const first = life(FIRST, [tag("vision", FIRST)], { ended: FIRST + DAY });
    expect(statesOf([life(FIRST + 3 * DAY, []), first])).toEqual([
      [0, "vision"],
      [3 * 24, ""],
    ]);
  });

  test("end with the one before where the next was only found", () => {
    const first = life(FIRST, [tag("vision", FIRST)], { ended: FIRST + DAY });
    const found = life(FIRST + 9 * DAY, [tag("nlp", FIRST + 9 * DAY)], { foundBy: "sweep" });
    expect(statesOf([first, found])).toEqual([
      [0, "vision"],
      [24, "nlp"],
    ]);
  });

  test("of which one took the place of the other within the hour are the last", () => {
    const first = life(FIRST + HOUR, [tag("vision", FIRST + HOUR)], { ended: FIRST + 1.2 * HOUR });
    const second = life(FIRST + 1.5 * HOUR, [tag("nlp", FIRST + 1.5 * HOUR)]);
    const third = life(FIRST + 1.8 * HOUR, [tag("fraud", FIRST + 1.8 * HOUR)]);
    expect(statesOf([first, second, third])).toEqual([
      [0, "vision"],
      [1, "fraud"],
    ]);
  });
});

test("what never had a value is not told of", () => {
  const dated = new DatedResources(["ml-team"]);
  dated.add(life(FIRST, [tag(null, FIRST), tag("x", FIRST, "other")]));
  dated.add(life(FIRST, [tag("", FIRST)], { resource: "b", id: "i-0123456789abcdef0" }));
  expect(dated.values()).toEqual([]);
});

test("resources are told of by name, each with where it is", () => {
  const dated = new DatedResources(["ml-team"]);
  const given = { arn: null, id: "t", type: "ecs:task", account: null, region: null };
  dated.add(life(FIRST, [tag("b", FIRST)], { resource: "z" }));
  dated.add(life(FIRST, [tag("a", FIRST)], { resource: "a", ...given }));
  expect(dated.values()).toMatchObject([
    { ...given, states: [{ values: ["a"] }] },
    { arn: ARN, id: "churn" },
  ]);
});

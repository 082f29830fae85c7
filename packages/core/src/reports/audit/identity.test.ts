import { describe, expect, test } from "vitest";
import { GOOD } from "../../tags/testing/make-subject.ts";
import { identityOf } from "./identity.ts";
import { makeEvaluated, makeResource, makeSkipped } from "./testing/make-audited.ts";

const event = makeEvaluated([makeResource({ tags: GOOD })]);

describe("an event that was delivered twice", () => {
  test("is the same, wherever it was found", () => {
    expect(identityOf({ ...event, place: "other.json.gz:9" })).toBe(identityOf(event));
  });

  test("is the same by any schema", () => {
    const judged = makeEvaluated([makeResource({ tags: GOOD }, { isComplete: true })]);
    expect(identityOf(judged)).toBe(identityOf(event));
  });

  test("cannot be known where it has no id", () => {
    expect(identityOf(makeEvaluated([makeResource()], { eventID: undefined }))).toBeNull();
    expect(identityOf(makeSkipped("no-resource", { eventID: "" }))).toBeNull();
  });
});

describe("of two events that were given one id each is itself where", () => {
  test.each([
    ["their times differ", makeEvaluated(event.resources, { eventTime: "2026-09-01T12:00:01Z" })],
    ["their calls differ", makeEvaluated(event.resources, { eventName: "CreateSubnet" })],
    ["their resources differ", makeEvaluated([makeResource({ id: "i-9", tags: GOOD })])],
    ["their tags differ", makeEvaluated([makeResource({ tags: { ...GOOD, "ml-team": "other" } })])],
    ["one made more than the other", makeEvaluated([...event.resources, ...event.resources])],
    ["one was skipped", makeSkipped("failed-call")],
  ])("%s", (_, other) => {
    expect(identityOf(other)).not.toBe(identityOf(event));
  });

  test("they were skipped for different reasons", () => {
    expect(identityOf(makeSkipped("failed-call"))).not.toBe(identityOf(makeSkipped("no-resource")));
  });
});

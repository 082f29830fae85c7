import { array, assert, constantFrom, json, jsonValue, nat, oneof, property, record } from "fast-check";
import { expect, test } from "vitest";
import { actorOf } from "./actor.ts";
import { isUnreadable, parseEvent } from "./event.ts";
import { extract } from "./extract.ts";
import { services } from "./services/all.ts";
import { makeRecord } from "./testing/make-event.ts";
import { changeAt, ODD_VALUES } from "./testing/mutate.ts";
import { rowCall } from "./testing/row-call.ts";

const REASONS = ["failed-call", "no-resource", "not-taggable", "not-a-creation", "unknown-event"];

/** Reads whatever it is, and holds that it ends in one of the outcomes that there are. */
function expectAnOutcome(json: unknown): void {
  const event = parseEvent(json);
  if (isUnreadable(event)) {
    expect(event.unreadable).not.toBe("");
    return;
  }
  expect(typeof actorOf(event).type).toBe("string");
  const extraction = extract(event);
  if (extraction.outcome === "skipped") {
    expect(REASONS).toContain(extraction.skipReason);
    return;
  }
  const resources =
    extraction.kind === "creation"
      ? extraction.creations
      : extraction.taggings.flatMap((tagging) => tagging.resources);
  expect(resources.length).toBeGreaterThan(0);
  for (const { arn, id, type } of resources) {
    expect(id).not.toBe("");
    expect(type).toContain(":");
    expect(arn).not.toBe("");
  }
}

const calls = services.flatMap((service) =>
  service.creations.map((row) => rowCall(service, row, { a: "b" }, 2)),
);
const mutation = record({
  at: nat(),
  text: oneof(json(), constantFrom(...ODD_VALUES)),
});

test("any JSON ends in an outcome", () => assert(property(jsonValue(), expectAnOutcome)));

test("any event of any row that was changed anywhere ends in an outcome", () =>
  assert(
    property(constantFrom(...calls), array(mutation, { maxLength: 4 }), (call, mutations) => {
      const tree = makeRecord(JSON.parse(JSON.stringify(call)));
      for (const { at, text } of mutations) changeAt(tree, at, JSON.parse(text));
      expectAnOutcome(tree);
    }),
    { numRuns: 1000 },
  ));

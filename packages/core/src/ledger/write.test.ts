import { expect, test } from "vitest";
import { ARN, claim, makeCreated, makeInput, makeTagged, recorded, START } from "./testing/records.ts";
import { makeApproval, makeOutgoing, makePastDeed } from "./testing/remedies.ts";
import { itemCount } from "./write.ts";

test("counts an item for each event and input", () => {
  expect(itemCount([claim("a"), claim("b"), { kind: "input", input: makeInput() }])).toBe(3);
});

test("counts the facts and incarnations of a history, and its version", () => {
  expect(itemCount([recorded({}, { facts: [makeCreated(), makeTagged()] })])).toBe(4);
});

test("counts an item for whatever else is written", () => {
  const lease = { resource: ARN, at: START, until: START + 1 };
  const event = makeOutgoing();
  const deeds = [makePastDeed(), makePastDeed()];
  expect(itemCount([{ kind: "lease", lease }])).toBe(1);
  expect(itemCount([{ kind: "unlease", lease }])).toBe(1);
  expect(itemCount([{ kind: "outgoing", event }])).toBe(1);
  expect(itemCount([{ kind: "sent", event }])).toBe(1);
  expect(itemCount([{ kind: "deeds", version: 0, deeds, holds: [] }])).toBe(1);
  expect(itemCount([{ kind: "approval", approval: makeApproval() }])).toBe(1);
});

test("counts nothing in nothing", () => {
  expect(itemCount([])).toBe(0);
});

import { describe, expect, test } from "vitest";
import { EVENT_TYPES } from "./event-types.ts";
import { EXAMPLE } from "./example.ts";
import { resourceQuarantined } from "./resource-quarantined.ts";
import { resourceReleased } from "./resource-released.ts";
import { resourceViolating } from "./resource-violating.ts";

const NOTHING = { findings: [], deadline: null, hourly: null };

describe("the id of an event", () => {
  test("is the same whenever it is made again", () => {
    const [first, again] = [resourceViolating(EXAMPLE, NOTHING), resourceViolating({ ...EXAMPLE }, NOTHING)];
    expect(again.id).toBe(first.id);
    expect(first.detail.id).toBe(first.id);
  });

  test.each([
    ["another resource", { resource: "arn:aws:sqs:eu-central-1:222233334444:q" }],
    ["another life of the same name", { incarnation: "2" }],
    ["another instant", { at: EXAMPLE.at + 1 }],
  ])("of %s is another", (_, other) => {
    const ids = [EXAMPLE, { ...EXAMPLE, ...other }].map((of) => resourceViolating(of, NOTHING).id);
    expect(new Set(ids).size).toBe(2);
  });

  test("of what else happened at the same instant is another", () => {
    const remedy = { remedy: "ec2:stop", before: {}, set: {}, hourly: null };
    const release = { remedy: "ec2:stop", by: null, restored: {}, conflicts: [] };
    const ids = [resourceQuarantined(EXAMPLE, remedy).id, resourceReleased(EXAMPLE, release).id];
    expect(new Set(ids).size).toBe(2);
  });
});

test("an event says when it happened, in UTC, and from when on more may happen", () => {
  const { at, detail } = resourceViolating(EXAMPLE, { ...NOTHING, deadline: EXAMPLE.at + 90_000 });
  expect(at).toBe(EXAMPLE.at);
  expect(detail).toMatchObject({ at: "2026-09-01T12:00:00.000Z", deadline: "2026-09-01T12:01:30.000Z" });
});

test("more findings than an event holds are cut, and counted", () => {
  const findings = Array.from({ length: 5_000 }, (_, index) => {
    return {
      key: `team-${index}`,
      reason: "not-listed",
      actual: "é".repeat(100),
      expected: "漢".repeat(100),
    } as const;
  });
  const { detail } = resourceViolating(EXAMPLE, { ...NOTHING, findings });
  const told = detail.findings as readonly unknown[];
  expect(told).toEqual(findings.slice(0, told.length));
  expect(told.length).toBeGreaterThan(100);
  expect(detail.leftOut).toBe(findings.length - told.length);
  expect(Buffer.byteLength(JSON.stringify(detail))).toBeLessThan(200_000);
});

test("a field that is too large for an event is left out and counted, and the others are told", () => {
  const policy = "x".repeat(70_000);
  const before = { policy, running: true };
  const set = { running: false };
  const { detail } = resourceQuarantined(EXAMPLE, { remedy: "x:y", before, set, hourly: null });
  expect(detail).toMatchObject({ before: { running: true }, set, leftOut: 1 });
  expect(detail.before).not.toHaveProperty("policy");
});

test("each event has a name of its own", () => {
  expect(new Set(EVENT_TYPES.map(({ name }) => name)).size).toBe(EVENT_TYPES.length);
});

import { describe, expect, test } from "vitest";
import { parseAmount } from "../../costs/money.ts";
import { GOOD } from "../../tags/testing/make-subject.ts";
import { type AuditItem, isUnreadableItem } from "./audited.ts";
import { AuditSummary } from "./summary.ts";
import type { Tally } from "./tally.ts";
import { makeEvaluated, makeResource, makeSkipped, makeUnreadable } from "./testing/make-audited.ts";

let events = 0;
/** The id of an event that no other has. */
const fresh = () => ({ eventID: `event-${events++}` });
const good = () => makeResource({ tags: GOOD });
const bare = () => makeResource({ account: null });

function summaryOf(...items: AuditItem[]): AuditSummary {
  const summary = new AuditSummary();
  for (const item of items) summary.add(item);
  return summary;
}

function counts<Name extends string | null>(tally: Tally<Name>) {
  return tally.sorted().map(({ name, count }) => [name, count]);
}

describe("the summary of an audit", () => {
  test("counts events by outcome, and why they were skipped", () => {
    const { outcomes } = summaryOf(
      makeEvaluated([good()], fresh()),
      makeSkipped("failed-call", fresh()),
      makeSkipped("own-action", fresh()),
      makeSkipped("failed-call", fresh()),
    );
    expect(counts(outcomes)).toEqual([
      ["failed-call", 2],
      ["evaluated", 1],
      ["own-action", 1],
    ]);
  });

  test("counts resources by verdict, those that were created apart from those that were tagged", () => {
    const summary = summaryOf(
      makeEvaluated([good(), bare()], fresh()),
      makeEvaluated([good()], { kind: "tagging", ...fresh() }),
    );
    expect(counts(summary.created)).toEqual([
      ["compliant", 1],
      ["undecided", 1],
    ]);
    expect(counts(summary.tagged)).toEqual([["compliant", 1]]);
  });

  test("counts verdicts by team, nobody's among them, and by service", () => {
    const bucket = makeResource({ type: "s3:bucket", tags: GOOD });
    const summary = summaryOf(makeEvaluated([good(), bare(), bucket], fresh()));
    const rows = (crossed: AuditSummary["teams"] | AuditSummary["services"]) =>
      crossed.sorted().map(({ name, counts: each }) => [name, ...counts(each)]);
    expect(rows(summary.teams)).toEqual([
      ["vision", ["compliant", 2]],
      [null, ["undecided", 1]],
    ]);
    expect(rows(summary.services)).toEqual([
      ["ec2", ["compliant", 1], ["undecided", 1]],
      ["s3", ["compliant", 1]],
    ]);
  });

  test("adds up what costs money and is not compliant: what was created, once, and not what was tagged", () => {
    const dear = () => makeResource({ account: null }, { hourly: "1.5" });
    const [event, violating] = [makeEvaluated([dear(), bare()], fresh()), { isComplete: true, hourly: "2" }];
    const { burn } = summaryOf(
      event,
      event,
      makeEvaluated([makeResource({ tags: GOOD }, { hourly: "8" }), makeResource({}, violating)], fresh()),
      makeEvaluated([dear()], { kind: "tagging", ...fresh() }),
    );
    expect(burn.total).toEqual({
      resources: 3,
      unpriced: 1,
      amounts: new Map([["USD", parseAmount("3.5")]]),
    });
  });

  test("counts findings by reason and key", () => {
    const { "ml-team": _, ...teamless } = GOOD;
    const summary = summaryOf(makeEvaluated([makeResource({ tags: teamless }), bare()], fresh()));
    expect(summary.reasons.of("missing ml-team")).toBe(2);
    expect(summary.reasons.of("missing ml-project")).toBe(1);
  });

  test("names events that the catalog lacks, and no others", () => {
    const kafka = { eventSource: "kafka.amazonaws.com", eventName: "CreateVpcConnection" };
    const { unknown } = summaryOf(
      makeSkipped("unknown-event", { ...kafka, ...fresh() }),
      makeSkipped("not-a-creation", fresh()),
    );
    expect(counts(unknown)).toEqual([["kafka.amazonaws.com CreateVpcConnection", 1]]);
  });

  test("counts an event that came again only as such", () => {
    const [event, skipped] = [makeEvaluated([bare()], fresh()), makeSkipped("failed-call", fresh())];
    const summary = summaryOf(event, skipped, event, skipped, { ...event, place: "other.json:1" });
    expect([summary.again, summary.outcomes.total, summary.created.total]).toEqual([3, 2, 1]);
    expect(summary.reasons.of("missing ml-team")).toBe(1);
  });

  test("counts each of several events without an id", () => {
    const event = makeEvaluated([good()], { eventID: undefined });
    const summary = summaryOf(event, event);
    expect([summary.again, summary.created.total]).toEqual([0, 2]);
  });

  test("tells what is damaged from what is no record of CloudTrail, and counts neither as an event", () => {
    const items = [makeUnreadable(), makeUnreadable({ foreign: true }), makeUnreadable()];
    const summary = summaryOf(...items);
    expect([summary.unreadable, summary.foreign, summary.outcomes.total]).toEqual([2, 1, 0]);
    expect(items.every(isUnreadableItem)).toBe(true);
    expect(isUnreadableItem(makeSkipped("no-resource"))).toBe(false);
  });

  test("spans from the earliest event to the latest, in whatever order they come", () => {
    const at = (eventTime: string) => makeSkipped("failed-call", { eventTime, ...fresh() });
    const { first, last } = summaryOf(
      at("2026-09-02T00:00:00Z"),
      at("2026-09-01T00:00:00Z"),
      at("2026-09-03T00:00:00Z"),
    );
    expect([first, last]).toEqual(["2026-09-01T00:00:00Z", "2026-09-03T00:00:00Z"]);
    expect([summaryOf().first, summaryOf(makeUnreadable()).last]).toEqual([null, null]);
  });
});

describe("somebody should look at an audit where a resource is", () => {
  const prod = { ...GOOD, "ml-environment": "PROD" };
  const legacy = makeResource({ arn: "arn:aws:s3:::legacy-logs", type: "s3:bucket" });

  test.each([
    ["repairable", makeEvaluated([makeResource({ tags: prod })]), true],
    ["undecided", makeEvaluated([bare()]), true],
    ["violating", makeEvaluated([makeResource({}, { isComplete: true })]), true],
    ["tagged wrongly", makeEvaluated([bare()], { kind: "tagging" }), true],
    ["compliant, but not for that", makeEvaluated([good()]), false],
    ["exempt, but not for that", makeEvaluated([legacy]), false],
    ["nowhere to be found, but not for that", makeSkipped("unknown-event"), false],
  ])("%s", (_, item, expected) => {
    expect(summaryOf(item).hasFindings).toBe(expected);
  });
});

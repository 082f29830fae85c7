import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sampleOf } from "@tagledger/cli/sample/trail/testing/read";
import { isUnreadable, parseEvent } from "@tagledger/core/catalog/event";
import { extract } from "@tagledger/core/catalog/extract";
import { lookup } from "@tagledger/core/catalog/lookup";
import { makeRecord } from "@tagledger/core/catalog/testing/make-event";
import { eventRules } from "@tagledger/core/policy/event-rules";
import { runningEvents } from "@tagledger/core/spend/lifecycle";
import { describe, expect, test } from "vitest";
import { catalogRecords } from "./events/catalog-records.ts";
import { type CloudTrailRecord, type Envelope, envelopeOf } from "./events/envelope.ts";
import { sharedFolder } from "./events/shared-folder.ts";
import { failed, readOnly, strangers } from "./events/unheard-records.ts";
import { matcher } from "./pattern/matcher.ts";

const matchers = eventRules().map(({ name, pattern }) => ({ name, matches: matcher(pattern) }));
const records = catalogRecords();

/** The names of the rules that match. */
function matching(event: Envelope): string[] {
  return matchers.filter(({ matches }) => matches(event)).map(({ name }) => name);
}

/** How often each number of rules matches. */
function tally(all: readonly CloudTrailRecord[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const record of all) {
    const { length } = matching(envelopeOf(record));
    counts[length] = (counts[length] ?? 0) + 1;
  }
  return counts;
}

/** Whether the product learns something of the event. */
function tells(record: CloudTrailRecord): boolean {
  const event = parseEvent(record);
  if (isUnreadable(event)) return false;
  const extraction = extract(event);
  if (extraction.outcome === "evaluated" || extraction.ended.length > 0) return true;
  return runningEvents(event).length > 0;
}

describe("of the catalog", () => {
  test("every call is matched by one rule, and none that somebody made up", () => {
    expect(records.length).toBeGreaterThan(1190);
    for (const record of records) {
      const { eventSource, eventName } = record;
      expect(matching(envelopeOf(record)), `${eventSource} ${eventName}`).toHaveLength(1);
      expect(matching(envelopeOf(record, "somebody"))).toHaveLength(0);
    }
  });

  test("every call that tags, or makes what can be tagged, tells of something", () => {
    for (const record of records.filter((each) => !tells(each))) {
      const known = lookup(`${record.eventSource}`, `${record.eventName}`);
      if (typeof known !== "object" || known.kind === "ending") continue;
      expect(known, `${record.eventName}`).toMatchObject({ kind: "creation", isTaggable: false });
    }
  });

  test("no call that failed or only read is matched", () => {
    expect(tally(failed(records))).toEqual({ 0: records.length });
    expect(tally(readOnly(records))).toEqual({ 0: records.length });
  });

  test("records from before CloudTrail told whether a call read are matched", () => {
    expect(tally(records.map(({ readOnly: _, ...record }) => record))).toEqual({ 1: records.length });
  });

  test("no call that makes nothing is matched, nor one with the name of another service's", () => {
    const all = strangers(records);
    expect(all.length).toBeGreaterThan(5000);
    expect(tally(all)).toEqual({ 0: all.length });
  });

  test.each([
    ["lambda.amazonaws.com", "CreateFunction20150331"],
    ["lambda.amazonaws.com", "CreateFunction20150331v2"],
    ["lambda.amazonaws.com", "CreateFunction20271231"],
    ["lambda.amazonaws.com", "TagResource20170331v2"],
    ["cloudfront.amazonaws.com", "CreateDistribution2016_11_25"],
    ["ec2.amazonaws.com.cn", "RunInstances"],
    ["unheard-of.amazonaws.com", "TagResource"],
    ["tagging.amazonaws.com", "UntagResources"],
  ])("%s %s is matched by one rule", (eventSource, eventName) => {
    expect(tally([makeRecord({ eventSource, eventName })])).toEqual({ 1: 1 });
  });

  test("what services did by themselves is matched, findings of unusual activity are not", () => {
    const of = (eventType: string) => tally(records.map((record) => ({ ...record, eventType })));
    expect(of("AwsServiceEvent")).toEqual({ 1: records.length });
    expect(of("AwsCloudTrailInsight")).toEqual({ 0: records.length });
  });
});

describe("of a month of the sample company", () => {
  const month = [...new Set(sampleOf("1").records)].map((text): CloudTrailRecord => JSON.parse(text));

  test("every event that tells of something is matched by one rule", () => {
    const telling = month.filter(tells);
    expect(telling.length).toBeGreaterThan(1000);
    expect(tally(telling)).toEqual({ 1: telling.length });
  });

  test("nothing else is matched but calls that often tell of something", () => {
    for (const record of month.filter((each) => !tells(each))) {
      if (matching(envelopeOf(record)).length === 0) continue;
      const { eventSource, eventName, errorCode, readOnly: reads } = record;
      expect([errorCode, reads], `${eventSource} ${eventName}`).toEqual([undefined, false]);
      expect(lookup(`${eventSource}`, `${eventName}`), `${eventSource} ${eventName}`).toBeTypeOf("object");
    }
  });
});

const folder = sharedFolder("data/cloudtrail");

describe.runIf(folder !== null)("of recorded events", () => {
  const names = readdirSync(folder ?? ".").filter((name) => /^[a-z0-9]+-.*\.json$/.test(name));
  const recorded = names.map(
    (name): CloudTrailRecord => JSON.parse(readFileSync(join(folder ?? ".", name), "utf8")),
  );

  test("each that is evaluated is matched by one rule", () => {
    const evaluated = recorded.filter((record) => {
      const event = parseEvent(record);
      return !isUnreadable(event) && extract(event).outcome === "evaluated";
    });
    expect(evaluated.length).toBeGreaterThan(50);
    expect(tally(evaluated)).toEqual({ 1: evaluated.length });
  });

  test("none is matched that failed or only read", () => {
    const others = recorded.filter(
      ({ errorCode, readOnly: reads }) => errorCode !== undefined || reads === true,
    );
    expect(others.length).toBeGreaterThan(5);
    expect(tally(others)).toEqual({ 0: others.length });
  });
});

import { describe, expect, test } from "vitest";
import type { TagMap } from "../../catalog/tags.ts";
import { configOf } from "../../config/testing/config-of.ts";
import { company } from "../testing/make-config.ts";
import { AT, GOOD, makeActor, makeSubject, state } from "../testing/make-subject.ts";
import { judge } from "./judge.ts";
import type { TagChange } from "./replay.ts";

const HOUR = 3_600_000;
const MINE = judge(company());

function set(tags: TagMap, at: number): TagChange {
  return { eventId: `e${at}`, at, change: "set", tags, keys: [], hiddenTags: [] };
}

describe("by what a request shows, a resource is", () => {
  test("compliant where its tags are as they should be", () => {
    const { verdict, findings, repairs, remaining } = MINE.atSight(makeSubject({ tags: GOOD }));
    expect([verdict, findings, repairs, remaining]).toEqual(["compliant", [], [], []]);
  });

  test("repairable where the repairs would leave nothing", () => {
    const judged = MINE.atSight(makeSubject({ tags: { ...GOOD, "ml-environment": "Production" } }));
    expect(judged.verdict).toBe("repairable");
    expect(judged.repairs.map(({ value }) => value)).toEqual(["prod"]);
  });

  test("never violating, however wrong it is", () => {
    expect(MINE.atSight(makeSubject()).verdict).toBe("undecided");
    expect(MINE.atSight(makeSubject({ tags: { ...GOOD, "ml-team": "nobody" } })).verdict).toBe("undecided");
  });

  test("undecided where repairs would leave something, and where they would ask for more", () => {
    const half = MINE.atSight(
      makeSubject({ tags: { ...GOOD, "ml-environment": "PROD", "ml-team": "nobody" } }),
    );
    expect([half.verdict, half.remaining.map(({ key }) => key)]).toEqual(["undecided", ["ml-team"]]);
    const { "ml-workload-type": _, ...others } = GOOD;
    const job = MINE.atSight(makeSubject({ type: "sagemaker:training-job", tags: others }));
    expect(job.findings.map(({ key }) => key)).toEqual(["ml-workload-type"]);
    expect([job.verdict, job.remaining.map(({ key }) => key)]).toEqual(["undecided", ["ml-experiment-id"]]);
  });

  test("undecided where the log hides what matters", () => {
    const { "ml-team": _, ...others } = GOOD;
    const hidden = makeSubject({ state: state(others, { hidden: ["ml-team"] }) });
    expect(MINE.atSight(hidden).verdict).toBe("undecided");
    expect(MINE.afterGrace(hidden, []).verdict).toBe("undecided");
  });
});

describe("after its grace, with the changes of that time, a resource is", () => {
  const { "ml-team": team, ...others } = GOOD;
  const untagged = makeSubject({ tags: others });

  test("violating where it is still wrong", () => {
    expect(MINE.afterGrace(untagged, []).verdict).toBe("violating");
  });

  test("repairable where it could still be put right", () => {
    expect(MINE.afterGrace(makeSubject({ tags: { ...GOOD, "ml-team": "VISION" } }), []).verdict).toBe(
      "repairable",
    );
  });

  test("compliant where it was tagged up to the end of the grace, and not after", () => {
    const tagged = (at: number) => MINE.afterGrace(untagged, [set({ "ml-team": team ?? "" }, at)]).verdict;
    expect(tagged(AT)).toBe("compliant");
    expect(tagged(AT + HOUR)).toBe("compliant");
    expect(tagged(AT + HOUR + 1)).toBe("violating");
    expect(tagged(AT - 1)).toBe("violating");
  });

  test("violating where a tag was removed again", () => {
    const removed: TagChange = { ...set({}, AT + 5), change: "remove", keys: ["ml-team"] };
    expect(MINE.afterGrace(makeSubject({ tags: GOOD }), [removed]).verdict).toBe("violating");
  });

  test("judged without the changes to another that took its place", () => {
    const change = set({ "ml-team": "vision" }, AT + 10);
    const replaced = (until: number) => ({ until, isDeleted: false });
    expect(MINE.afterGrace(untagged, [change], replaced(AT + 10)).verdict).toBe("violating");
    expect(MINE.afterGrace(untagged, [change], replaced(AT + 11)).verdict).toBe("compliant");
  });

  test("undecided where it was deleted before its grace ended, if it was not put right by then", () => {
    const deleted = (until: number) => ({ until, isDeleted: true });
    expect(MINE.afterGrace(untagged, [], deleted(AT + HOUR))).toMatchObject({
      verdict: "undecided",
      final: false,
      subject: { at: AT + HOUR - 1 },
    });
    expect(MINE.afterGrace(untagged, [], deleted(AT + HOUR + 1)).verdict).toBe("violating");
    const change = set({ "ml-team": team ?? "" }, AT + 10);
    expect(MINE.afterGrace(untagged, [change], deleted(AT + 10)).verdict).toBe("undecided");
    expect(MINE.afterGrace(untagged, [change], deleted(AT + 11)).verdict).toBe("compliant");
  });

  test("judged by the grace of the first rule that matches it", () => {
    const change = [set({ "ml-team": "vision" }, AT + 2 * HOUR)];
    const endpoint = { ...untagged, type: "sagemaker:endpoint" };
    expect(MINE.grace(endpoint)).toEqual({ milliseconds: 2 * HOUR, rule: "enforcement.rules[0]" });
    expect(MINE.grace(untagged)).toEqual({ milliseconds: HOUR, rule: "enforcement.default" });
    expect(MINE.afterGrace(endpoint, change).verdict).toBe("compliant");
    expect(MINE.afterGrace(untagged, change).verdict).toBe("violating");
  });

  test("undecided where it was not seen before, but for the tags that were written", () => {
    const unseen = makeSubject({ state: { tags: {}, hidden: [], known: new Set() } });
    const verdict = (tags: TagMap) => MINE.afterGrace(unseen, [set(tags, AT)]).verdict;
    expect(verdict({ Name: "x" })).toBe("undecided");
    expect(verdict({ "ml-project": "ocr" })).toBe("undecided");
    expect(verdict({ "ml-team": "nobody" })).toBe("violating");
    expect(verdict(GOOD)).toBe("compliant");
  });
});

describe("an exemption", () => {
  const bucket = { type: "s3:bucket", id: "legacy-logs", arn: "arn:aws:s3:::legacy-logs" };

  test("leaves a resource alone until it ends, and says why", () => {
    const judged = MINE.atSight(makeSubject(bucket));
    expect([judged.verdict, judged.exemption]).toEqual([
      "exempt",
      { rule: "enforcement.exemptions[0]", reason: "migration", owner: "ml-platform", until: "2026-12-31" },
    ]);
    const at = (time: string) => MINE.atSight(makeSubject({ ...bucket, at: Date.parse(time) })).verdict;
    expect(at("2026-12-31T23:59:59Z")).toBe("exempt");
    expect(at("2027-01-01T00:00:00Z")).toBe("undecided");
  });

  test("is not needed by what complies", () => {
    expect(MINE.atSight(makeSubject({ ...bucket, tags: GOOD })).verdict).toBe("compliant");
  });

  test("of a principal is that of every session of it", () => {
    const mine = judge(
      configOf(`
enforcement:
  exemptions: [{ match: { principal: "arn:aws:iam::*:role/migration" }, reason: moving, until: 2027-01-31 }]
`),
    );
    const actor = makeActor({ arn: "arn:aws:sts::111122223333:assumed-role/migration/x" });
    expect(mine.atSight(makeSubject({ actor })).verdict).toBe("exempt");
    expect(mine.atSight(makeSubject()).verdict).toBe("undecided");
  });
});

test("the owner is told with every verdict", () => {
  expect(MINE.atSight(makeSubject({ tags: GOOD })).owner.team).toBe("vision");
  expect(MINE.atSight(makeSubject({ account: "111122223333" })).owner).toMatchObject({
    team: "fraud-detection",
    confidence: 0.85,
  });
});

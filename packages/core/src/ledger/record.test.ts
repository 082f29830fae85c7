import { describe, expect, test } from "vitest";
import { company } from "../tags/testing/make-config.ts";
import { GOOD, makeSubject, state } from "../tags/testing/make-subject.ts";
import { judge } from "../tags/verdict/judge.ts";
import type { Fact } from "./fact.ts";
import { type Incarnation, incarnationsOf } from "./incarnations.ts";
import { recordOf } from "./record.ts";
import { ANN, ARN, makeCreated, makeTagged, START } from "./testing/records.ts";
import { timelineOf } from "./timeline.ts";

const MINE = judge(company());

function lifeOf(...facts: Fact[]): Incarnation {
  const [first] = incarnationsOf(timelineOf(facts));
  if (first === undefined) throw new TypeError("nothing happened");
  return first;
}

describe("the record of a life", () => {
  const life = lifeOf(
    makeCreated({ actor: ANN, tags: GOOD }),
    makeTagged({ tags: { "ml-environment": "PROD" } }),
  );
  const subject = makeSubject({ arn: ARN, id: "i-0abc", tags: { ...GOOD, "ml-environment": "PROD" } });

  test("holds what it is, when it began and by whom, the verdict with its reasons, and its tags with their dates", () => {
    const judged = MINE.afterGrace(subject, []);
    expect(recordOf(ARN, life, judged, "c0ffee")).toEqual({
      resource: ARN,
      incarnation: "event-1",
      arn: ARN,
      id: "i-0abc",
      type: "ec2:instance",
      account: "444455556666",
      region: "eu-central-1",
      created: START,
      actor: ANN,
      team: "vision",
      verdict: "repairable",
      findings: [
        expect.objectContaining({ key: "ml-environment", reason: "not-normalized", actual: "PROD" }),
      ],
      evidence: [expect.objectContaining({ kind: "team-tag", team: "vision" })],
      repairs: [expect.objectContaining({ key: "ml-environment", value: "prod", by: "spelling" })],
      fix: expect.stringContaining("Key=ml-environment,Value=prod"),
      exemption: null,
      tags: expect.arrayContaining([
        { key: "ml-environment", value: "prod", hidden: false, since: START },
        { key: "ml-environment", value: "PROD", hidden: false, since: START + 60_000 },
      ]),
      configuration: "c0ffee",
    });
  });

  test("has no line that puts it right where it complies", () => {
    const record = recordOf(ARN, life, MINE.afterGrace(makeSubject({ tags: GOOD }), []), "c0ffee");
    expect([record.verdict, record.fix]).toEqual(["compliant", null]);
  });

  test("says why it is left alone", () => {
    const legacy = makeSubject({ arn: "arn:aws:s3:::legacy-logs", id: "legacy-logs", type: "s3:bucket" });
    const record = recordOf("arn:aws:s3:::legacy-logs", life, MINE.atSight(legacy), "c0ffee");
    expect([record.verdict, record.exemption?.reason, record.fix]).toEqual(["exempt", "migration", null]);
  });

  test("does not take who only tagged it for who made it", () => {
    const seen = makeSubject({ actor: ANN, state: state(GOOD, { known: new Set(Object.keys(GOOD)) }) });
    const record = recordOf(ARN, lifeOf(makeTagged({ actor: ANN })), MINE.atSight(seen), "c0ffee");
    expect([record.incarnation, record.actor]).toEqual(["before", null]);
  });
});

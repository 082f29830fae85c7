import { describe, expect, test } from "vitest";
import { ANN, makeRecord, NOBODY } from "../testing/records.ts";
import { resourceView } from "./resource.ts";

describe("a resource is shown", () => {
  test("with all that a list needs, and with the time of its creation in UTC", () => {
    expect(resourceView(makeRecord())).toEqual({
      resource: "arn:aws:ec2:eu-central-1:111122223333:instance/i-0abc",
      incarnation: "event-1",
      arn: "arn:aws:ec2:eu-central-1:111122223333:instance/i-0abc",
      id: "i-0abc",
      type: "ec2:instance",
      account: "111122223333",
      region: "eu-central-1",
      created: "2026-09-01T00:00:00.000Z",
      actor: null,
      team: "fraud-detection",
      verdict: "compliant",
      findings: [],
      fix: null,
      exemption: null,
    });
  });

  test("with the reason of each finding in words", () => {
    const finding = { key: "ml-team", reason: "missing", actual: null, expected: "a team" } as const;
    expect(resourceView(makeRecord({ verdict: "undecided", findings: [finding] })).findings).toEqual([
      { ...finding, says: "is required, and is not there" },
    ]);
  });

  test.each([
    ["who made it", ANN, { type: "AssumedRole", arn: ANN.arn, display: "ann@example.com" }],
    ["what is left of who made it", NOBODY, { type: "AssumedRole", arn: null, display: null }],
  ])("with %s, and no more of a person than that", (_, actor, shown) => {
    expect(resourceView(makeRecord({ actor })).actor).toEqual(shown);
  });

  test("with what was last done about it, where something was", () => {
    const since = Date.UTC(2026, 8, 2);
    const remediation = { stage: "notified", since, remedy: null, deadline: since } as const;
    expect(resourceView(makeRecord({ remediation })).remediation).toEqual({
      stage: "notified",
      since: "2026-09-02T00:00:00.000Z",
      remedy: null,
      deadline: "2026-09-02T00:00:00.000Z",
    });
  });

  test("without evidence, repairs, dated tags and configuration, which its story tells", () => {
    const view = resourceView(makeRecord());
    for (const part of ["evidence", "repairs", "tags", "configuration"])
      expect(view).not.toHaveProperty(part);
  });
});

import { describe, expect, test } from "vitest";
import type { Config } from "../../config/definition.ts";
import { configOf } from "../../config/testing/config-of.ts";
import { GOOD } from "../../tags/testing/make-subject.ts";
import type { Verdict } from "../../tags/verdict/judge.ts";
import type { AuditedResource } from "./audited.ts";
import { AuditComparison, changeLine } from "./comparison.ts";
import { makeEvaluated, makeResource, makeSkipped, makeUnreadable } from "./testing/make-audited.ts";

const TEAM = "ml-team: { required: true, values: [vision, search] }";
const SCHEMA = configOf(`tags: { ${TEAM} }`);
const HARDER = configOf(`tags: { ${TEAM}, ml-project: { required: true } }`);
const ROLE = "arn:aws:iam::111122223333:role/research/researcher";

/** One resource of one event by two schemas. */
function by(
  before: Config,
  after: Config,
  tags: Record<string, string>,
  record: Record<string, unknown> = {},
) {
  return [
    makeEvaluated([makeResource({ tags }, { config: before })], record),
    makeEvaluated([makeResource({ tags }, { config: after })], record),
  ] as const;
}

const VISION = { "ml-team": "vision" };

describe("a resource that another schema sees differently", () => {
  test("breaks where that wants more, and it is said whose it is, who made it and what is missing", () => {
    const comparison = new AuditComparison();
    expect(comparison.add(...by(SCHEMA, HARDER, VISION))).toMatchObject([
      { team: "vision", before: "compliant", after: "undecided", effect: "breaks" },
    ]);
    expect([comparison.breaks, comparison.mends]).toEqual([1, 0]);
    expect(comparison.teams.sorted()).toMatchObject([{ name: "vision" }]);
    expect(comparison.principals.sorted()).toEqual([{ name: ROLE, count: 1 }]);
    expect(comparison.reasons.sorted()).toEqual([{ name: "missing ml-project", count: 1 }]);
  });

  test("mends where that wants less, and nobody is named for it", () => {
    const comparison = new AuditComparison();
    expect(comparison.add(...by(HARDER, SCHEMA, VISION))).toMatchObject([
      { before: "undecided", after: "compliant", effect: "mends", findings: [] },
    ]);
    expect([comparison.breaks, comparison.mends, comparison.principals.total]).toEqual([0, 1, 0]);
  });

  test("changes in nothing but its findings where it is wrong by both", () => {
    const comparison = new AuditComparison();
    const [change] = comparison.add(...by(SCHEMA, HARDER, {}));
    expect(change).toMatchObject({ before: "undecided", after: "undecided", effect: null });
    expect(change?.findings.map(({ key }) => key)).toEqual(["ml-project"]);
    expect([comparison.breaks, comparison.mends, comparison.teams.sorted()]).toEqual([0, 0, []]);
  });

  test("is no change where both say the same", () => {
    const comparison = new AuditComparison();
    expect(comparison.add(...by(HARDER, HARDER, VISION))).toEqual([]);
    expect(comparison.verdicts.sorted().map(({ name, counts }) => [name, counts.of("undecided")])).toEqual([
      ["undecided", 1],
    ]);
  });

  test("is of the team that one of them sees", () => {
    const other = configOf("tags: { squad: { required: true } }\ndimensions: { team: squad }");
    expect(new AuditComparison().add(...by(other, SCHEMA, VISION))[0]?.team).toBe("vision");
    expect(new AuditComparison().add(...by(SCHEMA, other, VISION))[0]?.team).toBe("vision");
  });
});

describe("of two verdicts", () => {
  const some: Record<Verdict, AuditedResource> = {
    compliant: makeResource({ tags: GOOD }),
    exempt: makeResource({ arn: "arn:aws:s3:::legacy-logs", type: "s3:bucket" }),
    repairable: makeResource({ tags: { ...GOOD, "ml-environment": "PROD" } }),
    undecided: makeResource(),
    violating: makeResource({}, { isComplete: true }),
  };

  test.each<[Verdict, Verdict, "breaks" | null]>([
    ["compliant", "repairable", "breaks"],
    ["compliant", "undecided", "breaks"],
    ["exempt", "violating", "breaks"],
    ["repairable", "undecided", "breaks"],
    ["compliant", "exempt", null],
    ["undecided", "violating", null],
  ])("%s and %s, the second %s", (one, other, effect) => {
    const comparison = new AuditComparison();
    const [before, after] = [makeEvaluated([some[one]]), makeEvaluated([some[other]])];
    expect(comparison.add(before, after)).toMatchObject([{ before: one, after: other, effect }]);
    const [back] = new AuditComparison().add(after, before);
    expect(back).toMatchObject({ effect: effect === null ? null : "mends" });
    expect(comparison.verdicts.sorted()[0]).toMatchObject({ name: one });
  });
});

describe("nothing is compared", () => {
  const [before, after] = by(SCHEMA, HARDER, VISION);

  test.each([
    ["of what cannot be read", makeUnreadable(), makeUnreadable()],
    ["of what is skipped", makeSkipped("failed-call"), makeSkipped("failed-call")],
    ["of what one schema takes for our own", before, makeSkipped("own-action")],
    ["of what the other takes for our own", makeSkipped("own-action"), after],
  ])("%s", (_, one, other) => {
    const comparison = new AuditComparison();
    expect(comparison.add(one, other)).toEqual([]);
    expect(comparison.verdicts.sorted()).toEqual([]);
  });

  test("of an event that came again", () => {
    const comparison = new AuditComparison();
    expect([comparison.add(before, after).length, comparison.add(before, after).length]).toEqual([1, 0]);
    expect(comparison.breaks).toBe(1);
  });
});

test("each of several events without an id is compared", () => {
  const comparison = new AuditComparison();
  for (let times = 0; times < 2; times++)
    comparison.add(...by(SCHEMA, HARDER, VISION, { eventID: undefined }));
  expect(comparison.breaks).toBe(2);
});

describe("who made what would break is", () => {
  test.each([
    ["a person without an ARN", { type: "IdentityCenterUser", userName: "ann" }, "ann"],
    [
      "a service that acted for nobody",
      { type: "Unknown", invokedBy: "emr.amazonaws.com" },
      "emr.amazonaws.com",
    ],
    [
      "a user",
      { type: "IAMUser", arn: "arn:aws:iam::1:user/ann", userName: "ann" },
      "arn:aws:iam::1:user/ann",
    ],
    ["a service", { type: "AWSService", invokedBy: "emr.amazonaws.com" }, "emr.amazonaws.com"],
    ["of a type, where no more is known", { type: "WebIdentityUser" }, "WebIdentityUser"],
    ["nobody that is known", undefined, "Unknown"],
  ])("%s", (_, userIdentity, expected) => {
    const comparison = new AuditComparison();
    comparison.add(...by(SCHEMA, HARDER, VISION, { userIdentity }));
    expect(comparison.principals.sorted()).toEqual([{ name: expected, count: 1 }]);
  });
});

test("the line of a change says what was called, whose it is and what only the other schema finds", () => {
  const [change] = new AuditComparison().add(...by(SCHEMA, HARDER, VISION));
  expect(change && changeLine(change)).toEqual({
    eventId: "00000000-0000-4000-8000-000000000001",
    eventTime: "2026-09-01T12:00:00Z",
    eventSource: "ec2.amazonaws.com",
    eventName: "CreateVpc",
    account: "444455556666",
    region: "eu-central-1",
    actor: {
      type: "AssumedRole",
      arn: expect.stringContaining("assumed-role/researcher/mira"),
      display: "mira",
    },
    resource: { arn: expect.stringContaining(":instance/"), id: "i-0123456789abcdef0", type: "instance" },
    team: "vision",
    before: "compliant",
    after: "undecided",
    effect: "breaks",
    findings: [{ key: "ml-project", reason: "missing", actual: null, expected: expect.any(String) }],
  });
});

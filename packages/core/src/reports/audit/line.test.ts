import { describe, expect, test } from "vitest";
import { company } from "../../tags/testing/make-config.ts";
import { GOOD } from "../../tags/testing/make-subject.ts";
import { bareType, lineOf } from "./line.ts";
import { makeEvaluated, makeResource, makeSkipped } from "./testing/make-audited.ts";

const CALL = {
  eventId: "00000000-0000-4000-8000-000000000001",
  eventTime: "2026-09-01T12:00:00Z",
  eventSource: "ec2.amazonaws.com",
  eventName: "CreateVpc",
  account: "444455556666",
  region: "eu-central-1",
  actor: {
    type: "AssumedRole",
    arn: "arn:aws:sts::111122223333:assumed-role/researcher/mira",
    display: "mira",
  },
};
const INSTANCE = {
  arn: "arn:aws:ec2:eu-central-1:444455556666:instance/i-0123456789abcdef0",
  id: "i-0123456789abcdef0",
  type: "instance",
};

describe("the line of an event", () => {
  test("says what was made, what is wrong with it and what would help, and nothing else", () => {
    const tags = { ...GOOD, "ml-environment": "Production" };
    expect(lineOf(makeEvaluated([makeResource({ tags })]))).toEqual({
      ...CALL,
      outcome: "evaluated",
      skipReason: null,
      resources: [
        {
          ...INSTANCE,
          requestTags: tags,
          verdict: "repairable",
          findings: [
            {
              key: "ml-environment",
              reason: "alias",
              actual: "Production",
              expected: expect.stringContaining("prod"),
            },
          ],
          remedies: [expect.objectContaining({ kind: "tag", set: { "ml-environment": "prod" } })],
          hourly: null,
        },
      ],
    });
  });

  test("says to the last digit what a resource costs an hour, where that is known", () => {
    const resources = [makeResource({}, { hourly: "21.957642000" }), makeResource()];
    expect(lineOf(makeEvaluated(resources)).resources.map(({ hourly }) => hourly)).toEqual([
      { amount: "21.957642", currency: "USD" },
      null,
    ]);
  });

  test("says what would be done on a final verdict, and what holds it back", () => {
    const { enforcement, ...rest } = company();
    const acting = { ...enforcement.default, mode: ["notify" as const, "quarantine" as const] };
    const config = { ...rest, enforcement: { ...enforcement, default: acting } };
    const dev = { "ml-environment": "dev" };
    const [resource] = lineOf(
      makeEvaluated([makeResource({ tags: dev }, { config, isComplete: true })]),
    ).resources;
    expect(resource?.verdict).toBe("violating");
    expect(resource?.remedies.filter(({ kind }) => kind !== "tag")).toEqual([
      {
        kind: "notify",
        to: "fallback",
        rule: "enforcement.default",
        deadline: null,
        decision: "do",
        heldBy: [],
      },
      expect.objectContaining({ kind: "quarantine", decision: "withhold" }),
      expect.objectContaining({ kind: "quarantine", decision: "withhold" }),
      expect.objectContaining({ kind: "quarantine", decision: "withhold" }),
    ]);
  });

  test("has no findings of what complies", () => {
    const [resource] = lineOf(makeEvaluated([makeResource({ tags: GOOD })])).resources;
    expect(resource).toMatchObject({ verdict: "compliant", findings: [], remedies: [] });
  });

  test("says why an event was skipped", () => {
    expect(lineOf(makeSkipped("failed-call"))).toEqual({
      ...CALL,
      outcome: "skipped",
      skipReason: "failed-call",
      resources: [],
    });
  });

  test("names what carries no tags without a verdict", () => {
    const resources = [{ arn: null, id: "s-1", type: "athena:session" }];
    expect(lineOf(makeSkipped("not-taggable", { resources })).resources).toEqual([
      {
        arn: null,
        id: "s-1",
        type: "session",
        requestTags: {},
        verdict: null,
        findings: [],
        remedies: [],
        hourly: null,
      },
    ]);
  });

  test("reads back as it was written, whatever the record left out", () => {
    const bare = { eventID: undefined, userIdentity: undefined, awsRegion: undefined };
    const line = lineOf(makeEvaluated([makeResource({ arn: null })], bare));
    expect(JSON.parse(JSON.stringify(line))).toEqual(line);
    expect(line).toMatchObject({ eventId: null, region: null, actor: { type: "Unknown", arn: null } });
  });
});

test.each([
  ["ec2:instance", "instance"],
  ["codepipeline:a:b", "a:b"],
  ["odd", "odd"],
])("the bare type of %s is %s", (type, bare) => {
  expect(bareType(type)).toBe(bare);
});

import { describe, expect, test } from "vitest";
import { SETTLING } from "../tags/lifecycle/life.ts";
import { lifecycle } from "../tags/lifecycle/lifecycle.ts";
import { company } from "../tags/testing/make-config.ts";
import { GOOD } from "../tags/testing/make-subject.ts";
import type { Fact } from "./fact.ts";
import { recordOf } from "./record.ts";
import { onlyLife } from "./testing/lives.ts";
import { ANN, ARN, makeCreated, makeTagged, START } from "./testing/records.ts";

const standingOf = lifecycle(company());
const RECORDING = {
  resource: ARN,
  incarnation: "event-1",
  configuration: "c0ffee",
} as const;
const HOUR = 3_600_000;

/** The record of what facts tell of, when its grace is over. */
function recorded(...facts: Fact[]) {
  const life = onlyLife(...facts);
  return recordOf(life, standingOf(life, START + 2 * HOUR), RECORDING);
}

describe("the record of a life", () => {
  const created = makeCreated({ actor: ANN, tags: GOOD });
  const read: Fact = {
    kind: "read",
    at: START + HOUR + SETTLING,
    eventId: null,
    part: 0,
    actor: null,
    tags: GOOD,
  };

  test("holds what it is, when it began, where it stands and why, and its tags with their dates", () => {
    const shouted = makeTagged({ tags: { "ml-environment": "PROD" } });
    const look = { ...read, at: read.at + HOUR / 6, tags: { ...GOOD, "ml-environment": "PROD" } };
    expect(recorded(created, shouted, look)).toMatchObject({
      ...RECORDING,
      type: "ec2:instance",
      created: START,
      verdict: "repairable",
      state: "repairable",
      since: START + 60_000,
      due: null,
      ended: null,
      findings: [{ key: "ml-environment", reason: "not-normalized", actual: "PROD" }],
      repairs: [{ key: "ml-environment", value: "prod", by: "spelling" }],
      fix: expect.stringContaining("Key=ml-environment,Value=prod"),
      tags: expect.arrayContaining([
        { key: "ml-environment", value: "prod", hidden: false, since: START },
        { key: "ml-environment", value: "PROD", hidden: false, since: START + 60_000 },
      ]),
    });
  });

  test("has no line that puts it right where it complies", () => {
    expect(recorded(created)).toMatchObject({ verdict: "compliant", state: "compliant", fix: null });
  });

  test("waits for a look where it does not", () => {
    expect(recorded(makeCreated({ tags: {} }))).toMatchObject({
      verdict: "undecided",
      state: "pending",
      due: START + HOUR + SETTLING,
    });
  });
});

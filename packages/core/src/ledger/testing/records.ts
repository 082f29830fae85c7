import type { Actor } from "../../catalog/actor.ts";
import type { AccrualRecord } from "../accrual.ts";
import type { Fact } from "../fact.ts";
import type { EventRecord, InputRecord } from "../records.ts";
import type { ResourceRecord } from "../resource.ts";
import type { LedgerWrite } from "../write.ts";

/** The first instant of the tests. */
export const START = Date.UTC(2026, 8, 1);
/** In milliseconds. */
export const MINUTE = 60_000;
/** In milliseconds. */
export const DAY = 24 * 60 * MINUTE;

/** Ten cents, as an amount. */
const DIME = 10n ** 23n;

/** An ARN like any other. */
export const ARN = "arn:aws:ec2:eu-central-1:111122223333:instance/i-0abc";

/** Someone whom a record can name. */
export const ANN: Actor = {
  type: "AssumedRole",
  arn: "arn:aws:sts::111122223333:assumed-role/fraud-ml/ann@example.com",
  accountId: "111122223333",
  display: "ann@example.com",
  userName: null,
  roleName: "fraud-ml",
  roleArn: "arn:aws:iam::111122223333:role/fraud-ml",
  sessionName: "ann@example.com",
  sourceIdentity: "ann",
};

/** What is left of Ann when she is forgotten. */
export const NOBODY: Actor = {
  type: "AssumedRole",
  arn: null,
  accountId: "111122223333",
  display: null,
  userName: null,
  roleName: null,
  roleArn: null,
  sessionName: null,
};

/** An event that was evaluated at the start and is remembered for a day. */
export function makeEvent(eventId: string, given: Partial<EventRecord> = {}): EventRecord {
  return {
    eventId,
    fingerprint: "f1",
    outcome: "evaluated",
    reason: null,
    at: START,
    expires: START + DAY,
    ...given,
  };
}

/** An instance of the fraud team that complies. */
export function makeRecord(given: Partial<ResourceRecord> = {}): ResourceRecord {
  return {
    resource: ARN,
    incarnation: "event-1",
    arn: ARN,
    id: "i-0abc",
    type: "ec2:instance",
    account: "111122223333",
    region: "eu-central-1",
    created: START,
    actor: null,
    team: "fraud-detection",
    verdict: "compliant",
    state: given.verdict ?? "compliant",
    since: null,
    due: null,
    ended: null,
    foundBy: "event",
    findings: [],
    evidence: [],
    repairs: [],
    fix: null,
    exemption: null,
    tags: [{ key: "ml-team", value: "fraud-detection", hidden: false, since: START }],
    configuration: "c0ffee",
    ...given,
  };
}

/** What that instance costs: ten cents an hour from its start on. */
export function makeAccrual(given: Partial<AccrualRecord> = {}): AccrualRecord {
  const price = { amount: DIME, stopped: 0n, currency: "USD", sources: [], assuming: [], until: null };
  return {
    resource: ARN,
    incarnation: "event-1",
    arn: ARN,
    id: "i-0abc",
    type: "ec2:instance",
    account: "111122223333",
    region: "eu-central-1",
    dimensions: {
      team: "fraud-detection",
      project: null,
      workload: null,
      environment: null,
      experiment: null,
    },
    start: START,
    intervals: [{ from: START, until: null, isRunning: true, price, endsEarlier: false }],
    ...given,
  };
}

/** A creation with one tag, by nobody in particular. */
export function makeCreated(given: Partial<Fact & { kind: "created" }> = {}): Fact {
  return {
    kind: "created",
    at: START,
    eventId: "event-1",
    part: 0,
    actor: null,
    tags: { "ml-team": "fraud-detection" },
    hiddenTags: [],
    ...given,
  };
}

/** A tag that was set a minute after the creation. */
export function makeTagged(given: Partial<Fact & { kind: "tagged" }> = {}): Fact {
  return {
    kind: "tagged",
    at: START + MINUTE,
    eventId: "event-2",
    part: 0,
    actor: null,
    change: "set",
    tags: { "ml-project": "cards" },
    keys: [],
    hiddenTags: [],
    ...given,
  };
}

/** A deletion an hour after the creation. */
export function makeEnded(given: Partial<Fact & { kind: "ended" }> = {}): Fact {
  return { kind: "ended", at: START + 60 * MINUTE, eventId: "event-3", part: 0, actor: null, ...given };
}

/** A log that was read whole. */
export function makeInput(given: Partial<InputRecord> = {}): InputRecord {
  return {
    source: "logs/",
    fingerprint: "f00d",
    at: START,
    outcome: "complete",
    problem: null,
    counts: { evaluated: 2, skipped: 1 },
    ...given,
  };
}

/** The write that claims an event. */
export function claim(eventId: string, given: Partial<EventRecord> = {}): LedgerWrite {
  return { kind: "event", event: makeEvent(eventId, given) };
}

type ResourceWrite = LedgerWrite & { kind: "resource" };

/** The write that records an incarnation, the first under its name unless a version says otherwise. */
export function recorded(
  given: Partial<ResourceRecord> = {},
  more: Partial<Pick<ResourceWrite, "version" | "facts" | "accruals" | "removed">> = {},
): ResourceWrite {
  const record = makeRecord(given);
  const { resource } = record;
  const nothing = { version: 0, facts: [], accruals: [], removed: [] };
  return { kind: "resource", resource, incarnations: [record], ...nothing, ...more };
}

import { type Actor, actorOf } from "@tagledger/core/catalog/actor";
import { extract } from "@tagledger/core/catalog/extract";
import { loadConfig } from "@tagledger/core/config/load";
import { ownActions } from "@tagledger/core/tags/own-action";
import { createdSubject } from "@tagledger/core/tags/seen";
import { judge, type Verdict } from "@tagledger/core/tags/verdict/judge";
import { describe, expect, it } from "vitest";
import { createConfig } from "../config.ts";
import { changesOf, createdBy, taggingsOf } from "./testing/found.ts";
import { sampleOf } from "./testing/read.ts";

const { config } = loadConfig(createConfig(), "tagledger.yaml");
const mine = judge(config);
const isOwn = ownActions(config);

describe.each(["1", "2026"])("the log of seed %s shows", (seed) => {
  const { files, records, events } = sampleOf(seed);
  const created = createdBy(events);
  const actors = events.map(actorOf);
  const tagging = events.filter((event) => taggingsOf(event).length > 0);
  const judged = created
    .map(({ event, creation }) => ({ event, creation, actor: actorOf(event) }))
    .filter(({ actor }) => !isOwn(actor))
    .map(({ event, creation, actor }) => {
      const subject = createdSubject(creation, { ...event, actor });
      const changes = creation.arn === null ? [] : changesOf(creation.arn, tagging);
      return { sight: mine.atSight(subject), later: mine.afterGrace(subject, changes), changes };
    });

  it("thousands of events, and creations of many services", () => {
    expect(events.length).toBeGreaterThan(2500);
    expect(events.length).toBeLessThan(4500);
    expect(new Set(created.map(({ event }) => event.eventSource)).size).toBeGreaterThanOrEqual(30);
  });

  it("reads for the better part of what it makes", () => {
    const reads = events.filter(({ readOnly }) => readOnly).length / events.length;
    expect(reads).toBeGreaterThan(0.3);
    expect(reads).toBeLessThan(0.5);
  });

  it("every reason not to evaluate an event", () => {
    const reasons = events
      .map(extract)
      .map((found) => (found.outcome === "skipped" ? found.skipReason : "none"));
    expect(new Set(reasons)).toEqual(
      new Set(["failed-call", "no-resource", "not-taggable", "not-a-creation", "unknown-event", "none"]),
    );
  });

  it.each<Verdict>(["compliant", "repairable", "undecided", "exempt"])("what is %s at sight", (verdict) => {
    expect(judged.filter(({ sight }) => sight.verdict === verdict).length).toBeGreaterThan(50);
  });

  it.each<[string, Verdict, Verdict]>([
    ["was tagged in time", "undecided", "compliant"],
    ["was put right in time", "repairable", "compliant"],
    ["nobody tagged in time", "undecided", "violating"],
    ["lost its tags again", "compliant", "violating"],
    ["could still be repaired", "repairable", "repairable"],
    ["nobody can judge", "undecided", "undecided"],
  ])("what %s: %s, and then %s", (_, sight, later) => {
    const found = judged.filter((each) => each.sight.verdict === sight && each.later.verdict === later);
    expect(found.length).toBeGreaterThan(0);
  });

  it("tags that come too late", () => {
    const late = judged.filter(
      ({ later, changes, sight }) =>
        later.verdict === "violating" && changes.some(({ at }) => at > sight.subject.at + 3_600_000),
    );
    expect(late.length).toBeGreaterThan(0);
  });

  it.each<[string, (actor: Actor) => boolean]>([
    ["people by their roles", ({ sessionName }) => sessionName?.endsWith("@quillmart.example") ?? false],
    ["people by IAM Identity Center", ({ type }) => type === "IdentityCenterUser"],
    ["people by its permission sets", ({ roleName }) => roleName?.startsWith("AWSReservedSSO_") ?? false],
    ["sessions on behalf of people", (actor) => actor.type === "AssumedRole" && "identityStoreUser" in actor],
    ["sessions that name who is behind them", ({ sourceIdentity }) => sourceIdentity !== undefined],
    ["users", ({ type }) => type === "IAMUser"],
    ["workflows", ({ type }) => type === "WebIdentityUser"],
    ["pipelines", ({ sessionName }) => sessionName === "GitHubActions"],
    ["Auto Scaling", ({ service }) => service === "autoscaling.amazonaws.com"],
    ["CloudFormation", ({ service }) => service === "cloudformation.amazonaws.com"],
    ["SageMaker", ({ service }) => service === "sagemaker.amazonaws.com"],
    ["a fleet of EC2", ({ service }) => service === "ec2fleet.amazonaws.com"],
    ["services by themselves", ({ type }) => type === "AWSService"],
    ["root", ({ type }) => type === "Root"],
    ["our own roles", isOwn],
  ])("calls of %s", (_, is) => {
    expect(actors.some(is)).toBe(true);
  });

  it("root once, at the door", () => {
    const roots = events.filter((event) => actorOf(event).type === "Root");
    expect(roots.map(({ eventName }) => eventName)).toEqual(["ConsoleLogin"]);
  });

  it("several machines of one call, and the tags of templates in the answer alone", () => {
    const machines = created.filter(({ creation }) => creation.type === "ec2:instance");
    const calls = new Set(machines.map(({ event }) => event.eventId));
    expect(calls.size).toBeLessThan(machines.length);
    const carrying = machines.filter(
      ({ creation: { carriedTags, requestTags } }) =>
        Object.keys(carriedTags ?? {}).length > Object.keys(requestTags).length,
    );
    expect(carrying.length).toBeGreaterThan(0);
  });

  it.each([
    "Client.UnauthorizedOperation",
    "AccessDenied",
    "Server.InsufficientInstanceCapacity",
    "Client.DryRunOperation",
    "ResourceLimitExceeded",
  ])("calls that failed with %s", (code) => {
    expect(events.some(({ errorCode }) => errorCode === code)).toBe(true);
  });

  it("values that it hides", () => {
    expect(created.some(({ creation }) => creation.hiddenTags.length > 0)).toBe(true);
  });

  it("some records twice, each time the same", () => {
    const ids = records.map((record) => /"eventID":"([^"]+)"/.exec(record)?.[1]);
    expect(records.length - new Set(records).size).toBeGreaterThan(20);
    expect(new Set(ids).size).toBe(new Set(records).size);
    const twice = records.filter((record, index) => records.indexOf(record) !== index);
    for (const record of twice) {
      expect(files.filter((file) => file.records.includes(record))).toHaveLength(2);
    }
  });

  it("tags before what they are for, and files that are not sorted", () => {
    const places = new Map(events.map((event, place) => [event.eventId, place]));
    const overtaken = created.filter(({ event, creation }) => {
      if (creation.arn === null) return false;
      return changesOf(creation.arn, tagging).some(
        ({ eventId, at }) => at > event.at && (places.get(eventId) ?? 0) < (places.get(event.eventId) ?? 0),
      );
    });
    expect(overtaken.length).toBeGreaterThan(5);
    const times = files.map((file) =>
      file.records.map((record) => /"eventTime":"([^"]+)"/.exec(record)?.[1]),
    );
    expect(times.some((each) => each.join() !== each.toSorted().join())).toBe(true);
  });
});

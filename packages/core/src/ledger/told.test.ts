import { describe, expect, test } from "vitest";
import { actorOf } from "../catalog/actor.ts";
import type { CloudTrailEvent } from "../catalog/event.ts";
import { extract } from "../catalog/extract.ts";
import { makeCall } from "../catalog/testing/make-event.ts";
import { type Told, toldBy } from "./told.ts";

const QUEUE = "arn:aws:sqs:eu-central-1:444455556666:jobs";
const INSTANCE = "arn:aws:ec2:eu-central-1:444455556666:instance/i-1";
const URL = { queueUrl: "https://sqs.eu-central-1.amazonaws.com/444455556666/jobs" };
const named = (...ids: string[]) => ({ items: ids.map((resourceId) => ({ resourceId })) });
const listed = (tags: Record<string, string>) => ({
  items: Object.entries(tags).map(([key, value]) => ({ key, value })),
});

function told(event: CloudTrailEvent): Told[] {
  return toldBy(event, extract(event), actorOf(event));
}

describe("a creation tells", () => {
  const tags = { "ml-team": "vision" };
  const created = makeCall("sqs", "CreateQueue", { queueName: "jobs", tags }, URL);

  test("the resource with its tags, who made it and when, as one fact", () => {
    expect(told(created)).toEqual([
      {
        name: QUEUE,
        stated: { arn: QUEUE, id: "jobs", type: "sqs:queue" },
        subject: expect.objectContaining({ arn: QUEUE, account: "444455556666", at: created.at }),
        requestTags: tags,
        facts: [
          {
            kind: "created",
            at: created.at,
            eventId: created.eventId,
            part: 0,
            actor: actorOf(created),
            tags,
            hiddenTags: [],
            mayExist: true,
          },
        ],
      },
    ]);
  });

  test.each([
    ["a queue, which a call may find there", created, true],
    [
      "an id that is given once",
      makeCall("ec2", "CreateVolume", {}, { volumeId: "vol-0123456789abcdef0" }),
      true,
    ],
    [
      "a table, whose name is free again once it is gone",
      makeCall(
        "dynamodb",
        "CreateTable",
        {},
        { tableDescription: { tableArn: "arn:aws:dynamodb:eu-central-1:444455556666:table/t" } },
      ),
      undefined,
    ],
  ])("of %s, whether it may have been there before", (_, event, mayExist) => {
    expect(told(event)[0]?.facts[0]).toMatchObject(
      mayExist === undefined ? { kind: "created" } : { mayExist },
    );
    expect("mayExist" in (told(event)[0]?.facts[0] ?? {})).toBe(mayExist === true);
  });

  test("each of several resources by its own name", () => {
    const tagSpecificationSet = { items: [{ resourceType: "instance", tags: [{ key: "a", value: "1" }] }] };
    const answer = { instancesSet: { items: [{ instanceId: "i-1" }, { instanceId: "i-2" }] } };
    const all = told(makeCall("ec2", "RunInstances", { tagSpecificationSet }, answer));
    expect(all.map(({ name }) => name)).toEqual([INSTANCE, INSTANCE.replace("i-1", "i-2")]);
    expect(all.map(({ requestTags }) => requestTags)).toEqual([{ a: "1" }, { a: "1" }]);
  });

  test("tags that only the answer shows as those of the resource, not of the request", () => {
    const item = { instanceId: "i-1", tagSet: listed({ b: "template" }) };
    const [one] = told(makeCall("ec2", "RunInstances", {}, { instancesSet: { items: [item] } }));
    expect([one?.requestTags, one?.facts]).toEqual([
      {},
      [expect.objectContaining({ tags: { b: "template" } })],
    ]);
  });
});

describe("a tagging call tells", () => {
  const tagSet = listed({ a: "1" });

  test("the same of each resource that it names", () => {
    const all = told(makeCall("ec2", "CreateTags", { resourcesSet: named("i-1", "vpc-1"), tagSet }));
    expect(all.map(({ facts }) => facts.length)).toEqual([1, 1]);
    expect(all.map(({ requestTags }) => requestTags)).toEqual([{ a: "1" }, { a: "1" }]);
  });

  test("of a resource under the name that it was created with, though the event states no ARN", () => {
    const [one] = told(makeCall("ec2", "CreateTags", { resourcesSet: named("i-1"), tagSet }));
    expect(one).toMatchObject({
      name: INSTANCE,
      stated: { arn: null, id: "i-1", type: "ec2:any" },
      subject: { arn: INSTANCE, type: "ec2:instance" },
    });
  });

  test("of a resource that it names twice once", () => {
    const all = told(makeCall("ec2", "CreateTags", { resourcesSet: named("i-1", INSTANCE), tagSet }));
    expect(all.map(({ name }) => name)).toEqual([INSTANCE]);
    expect(all[0]?.facts.map(({ part }) => part)).toEqual([0]);
  });

  test("what was removed and what was set as parts of one change", () => {
    const zone = { resourceType: "hostedzone", resourceId: "Z1" };
    const [one] = told(
      makeCall("route53", "ChangeTagsForResource", {
        ...zone,
        removeTagKeys: ["old"],
        addTags: [{ key: "new", value: "1" }],
      }),
    );
    expect(one?.facts).toMatchObject([
      { kind: "tagged", part: 0, change: "remove", keys: ["old"] },
      { kind: "tagged", part: 1, change: "set", tags: { new: "1" } },
    ]);
    expect(one?.requestTags).toEqual({ new: "1" });
  });

  test("no tags of a request that only removes, though it names the values to match", () => {
    const [one] = told(makeCall("ec2", "DeleteTags", { resourcesSet: named("i-1"), tagSet }));
    expect(one?.requestTags).toEqual({});
    expect(one?.facts).toMatchObject([{ change: "remove", keys: ["a"], tags: { a: "1" } }]);
  });
});

describe("a deletion tells", () => {
  test("of each resource once that it is gone, under the name that it was created with", () => {
    const event = makeCall("ec2", "TerminateInstances", {
      instancesSet: { items: ["i-1", "i-2", "i-1"].map((instanceId) => ({ instanceId })) },
    });
    const all = told(event);
    expect(all.map(({ name }) => name)).toEqual([INSTANCE, INSTANCE.replace("i-1", "i-2")]);
    expect(all[0]).toMatchObject({ stated: { id: "i-1" }, requestTags: {} });
    expect(all[0]?.facts).toEqual([
      { kind: "ended", at: event.at, eventId: event.eventId, part: 0, actor: actorOf(event) },
    ]);
  });

  test("nothing where it failed or names nothing", () => {
    expect(told({ ...makeCall("sqs", "DeleteQueue", URL), errorCode: "AccessDenied" })).toEqual([]);
    expect(told(makeCall("sqs", "DeleteQueue", {}))).toEqual([]);
  });
});

import { expect, test } from "vitest";
import type { Creation, TaggedResource } from "../catalog/creation.ts";
import { createdSubject, taggedSubject } from "./seen.ts";
import { AT } from "./testing/make-subject.ts";

const SEEN = { account: "444455556666", region: "eu-central-1", at: AT, actor: null };
const BUCKET = { arn: "arn:aws:s3:::b", id: "b", type: "s3:bucket" };

test("a resource that was created carries what the request sets and the answer shows", () => {
  const creation: Creation = {
    ...BUCKET,
    requestTags: { a: "request" },
    carriedTags: { a: "answer", b: "template" },
    hiddenTags: ["b", "c"],
    taggedElsewhere: false,
    row: { event: "CreateBucket", type: "s3:bucket", priority: 1 },
  };
  expect(createdSubject(creation, SEEN)).toEqual({
    ...BUCKET,
    ...SEEN,
    state: { tags: { a: "answer", b: "template" }, hidden: ["c"], known: "all" },
  });
  const elsewhere = createdSubject({ ...creation, taggedElsewhere: true }, SEEN);
  expect(elsewhere.state.known).toEqual(new Set());
  expect(createdSubject({ ...creation, carriedTags: null }, SEEN).state.tags).toEqual({ a: "request" });
});

test("a resource that was tagged is known by that call only, and by what its id implies", () => {
  const resource: TaggedResource = {
    arn: null,
    id: "i-1",
    type: "ec2:any",
    implied: { arn: "arn:aws:ec2:eu-central-1:444455556666:instance/i-1", type: "ec2:instance" },
  };
  const change = { eventId: "e", at: AT, change: "set", tags: { a: "1" }, keys: [], hiddenTags: [] } as const;
  expect(taggedSubject(resource, [change], SEEN)).toEqual({
    ...SEEN,
    ...resource.implied,
    id: "i-1",
    state: { tags: { a: "1" }, hidden: [], known: new Set(["a"]) },
  });
  expect(taggedSubject({ ...BUCKET, implied: null }, [], SEEN)).toMatchObject(BUCKET);
});

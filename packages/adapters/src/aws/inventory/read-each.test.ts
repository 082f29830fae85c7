import type { TagMap } from "@tagledger/core/catalog/tags";
import { describe, expect, test } from "vitest";
import { type AskPresence, readEach } from "./read-each.ts";
import type { LiveLook } from "./reader.ts";
import { awsError, makeSought, NO_CLIENTS } from "./testing/make-sought.ts";

/** Its service does not tell what has no tags from what is gone. */
const ENDPOINT = makeSought("sagemaker", "endpoint/scorer");
const BUCKET = makeSought("s3", "", { type: "s3:bucket" });

async function look(sought = ENDPOINT, tags: TagMap | Error = {}, isThere?: AskPresence) {
  const ask = async () => {
    if (tags instanceof Error) throw tags;
    return tags;
  };
  const looks = await readEach("sagemaker:ListTags", ask, isThere).read(NO_CLIENTS, [sought]);
  return looks[0] satisfies LiveLook | undefined;
}

function failing(error: Error): AskPresence {
  return async () => {
    throw error;
  };
}

describe("where an answer states that a resource is there", () => {
  test("no tags are none", async () => {
    expect(await look(BUCKET)).toEqual({ tags: {} });
    expect(await look(BUCKET, awsError("NoSuchTagSet"))).toEqual({ tags: {} });
  });

  test("its error says what is gone", async () => {
    expect(await look(BUCKET, awsError("NoSuchBucket"))).toEqual({ miss: "absent" });
  });
});

describe("where an answer does not", () => {
  test("tags that are there need no more", async () => {
    const unasked = failing(new Error("was asked"));
    expect(await look(ENDPOINT, { "ml-team": "vision" }, unasked)).toEqual({ tags: { "ml-team": "vision" } });
  });

  test("no tags are no look unless somebody knows that it is there", async () => {
    expect(await look()).toEqual({ miss: "failed" });
    expect(await look(ENDPOINT, {}, async () => true)).toEqual({ tags: {} });
    expect(await look(ENDPOINT, {}, async () => false)).toEqual({ miss: "absent" });
    expect(await look(ENDPOINT, {}, failing(awsError("AccessDeniedException")))).toEqual({ miss: "denied" });
    expect(await look(ENDPOINT, {}, failing(awsError("ThrottlingException")))).toEqual({ miss: "throttled" });
  });

  test("an error is one of what is gone only where somebody knows that", async () => {
    const error = awsError("ValidationException");
    expect(await look(ENDPOINT, error, async () => false)).toEqual({ miss: "absent" });
    expect(await look(ENDPOINT, error, async () => true)).toEqual({ miss: "failed" });
    expect(await look(ENDPOINT, error)).toEqual({ miss: "failed" });
  });

  test("one that is busy is not asked on", async () => {
    const unasked = async () => false;
    expect(await look(ENDPOINT, awsError("ThrottlingException"), unasked)).toEqual({ miss: "throttled" });
  });
});

test("resources are asked for a few at a time, and answered in their order", async () => {
  let [running, most] = [0, 0];
  const reader = readEach("s3:GetBucketTagging", async (_, { id }) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((done) => setTimeout(done, Number(id) % 3));
    running -= 1;
    return { id };
  });
  const sought = Array.from({ length: 20 }, (_, place) => ({ ...BUCKET, id: `${place}` }));
  expect(await reader.read(NO_CLIENTS, sought)).toEqual(sought.map(({ id }) => ({ tags: { id } })));
  expect(most).toBe(5);
});

import { S3Client } from "@aws-sdk/client-s3";
import { canonicalConfig } from "@tagledger/core/config/canonical";
import { loadConfig } from "@tagledger/core/config/load";
import { afterEach, describe, expect, test } from "vitest";
import { nodeHash } from "../node/hash.ts";
import { type Answer, serve, type TestServer } from "../testing/http-server.ts";
import { s3Configurations } from "./configuration.ts";

const ONE = "version: 1\nallocation: direct\n";
const OTHER = "version: 1\nallocation: reciprocal\n";
const NAME = "s3://config/tagledger.yaml";

const servers: TestServer[] = [];
let object: { readonly text: string; readonly tag: string } | Answer;
let answered: number[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
  answered = [];
});

/** A configuration in an object that answers as S3 does. */
async function configurations() {
  const server = await serve(({ headers, path }) => {
    const answer = answerTo(path, headers["if-none-match"]);
    answered.push(answer.status);
    return answer;
  });
  servers.push(server);
  const credentials = { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "example" };
  const client = new S3Client({
    endpoint: server.endpoint,
    region: "eu-central-1",
    credentials,
    forcePathStyle: true,
    maxAttempts: 1,
  });
  return s3Configurations({ client, bucket: "config", key: "tagledger.yaml", hash: nodeHash });
}

function answerTo(path: string, known: string | undefined): Answer {
  if (!path.startsWith("/config/tagledger.yaml")) return failure(404, "NoSuchKey");
  if ("status" in object) return object;
  if (known === object.tag) return { status: 304, headers: { etag: object.tag } };
  return { status: 200, headers: { etag: object.tag }, body: object.text };
}

function failure(status: number, code: string): Answer {
  return {
    status,
    headers: { "content-type": "application/xml" },
    body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>no</Message></Error>`,
  };
}

test("a configuration is the object's, under the hash of its meaning", async () => {
  object = { text: `# a comment\n${ONE}`, tag: '"1"' };
  const { config, hash } = await (await configurations()).current();
  expect(config.allocation).toBe("direct");
  expect(hash).toBe(nodeHash.sha256(canonicalConfig(loadConfig(ONE, "x").config)));
});

test("what did not change is not read again, and what changed is", async () => {
  object = { text: ONE, tag: '"1"' };
  const source = await configurations();
  const first = await source.current();
  expect(await source.current()).toBe(first);
  object = { text: OTHER, tag: '"2"' };
  expect((await source.current()).config.allocation).toBe("reciprocal");
  expect((await source.current()).config.allocation).toBe("reciprocal");
  expect(answered).toEqual([200, 304, 200, 304]);
});

describe("there is none in force where", () => {
  test.each([
    ["none was published", failure(404, "NoSuchKey"), "bad-configuration", "there is no such configuration"],
    ["S3 refuses", failure(403, "AccessDenied"), "outside-failure", "cannot be reached (AccessDenied: no)"],
    ["S3 fails", failure(503, "SlowDown"), "outside-failure", "cannot be reached (SlowDown: no)"],
  ])("%s", async (_, answer, code, words) => {
    object = answer;
    const refused = { code, message: expect.stringContaining(`${NAME}: `), fields: { file: NAME } };
    const current = (await configurations()).current();
    await expect(current).rejects.toMatchObject(refused);
    await expect(current).rejects.toThrow(words);
  });

  test("the new one is broken: nobody goes on by the old one, and the next is read", async () => {
    object = { text: ONE, tag: '"1"' };
    const source = await configurations();
    await source.current();
    object = { text: "version: 1\nallocatoin: direct\n", tag: '"2"' };
    for (let times = 0; times < 2; times += 1) {
      await expect(source.current()).rejects.toMatchObject({
        code: "bad-configuration",
        message: expect.stringContaining(`${NAME}:2:1`),
      });
    }
    object = { text: OTHER, tag: '"3"' };
    expect((await source.current()).config.allocation).toBe("reciprocal");
  });
});

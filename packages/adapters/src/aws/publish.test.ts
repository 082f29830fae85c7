import { S3Client } from "@aws-sdk/client-s3";
import { afterEach, expect, test } from "vitest";
import { type Answer, type Asked, serve, type TestServer } from "../testing/http-server.ts";
import { s3Publisher } from "./publish.ts";

const servers: TestServer[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** Publishes into an object of a bucket that answers so, and gives what it was asked. */
async function publisher(answer: Answer) {
  const asked: Asked[] = [];
  const server = await serve((request) => {
    asked.push(request);
    return answer;
  });
  servers.push(server);
  const credentials = { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "example" };
  const { endpoint } = server;
  const client = new S3Client({
    endpoint,
    region: "eu-central-1",
    credentials,
    forcePathStyle: true,
    maxAttempts: 1,
  });
  return { asked, publisher: s3Publisher({ client, bucket: "config", key: "in/force.yaml" }) };
}

test("what is published becomes the object, and its version is told where the bucket keeps versions", async () => {
  const { asked, publisher: versioned } = await publisher({
    status: 200,
    headers: { "x-amz-version-id": "3HL4k" },
  });
  expect(await versioned.publish("# für uns\nversion: 1\n")).toBe("s3://config/in/force.yaml, version 3HL4k");
  expect(asked).toMatchObject([
    {
      path: "/config/in/force.yaml?x-id=PutObject",
      headers: { "content-type": "application/yaml; charset=utf-8" },
      body: "# für uns\nversion: 1\n",
    },
  ]);
  const { publisher: plain } = await publisher({ status: 200 });
  expect(await plain.publish("version: 1\n")).toBe("s3://config/in/force.yaml");
});

test("what S3 refuses is told by the object's name", async () => {
  const body = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code><Message>no</Message></Error>`;
  const { publisher: denied } = await publisher({
    status: 403,
    headers: { "content-type": "application/xml" },
    body,
  });
  await expect(denied.publish("version: 1\n")).rejects.toMatchObject({
    code: "outside-failure",
    message: "s3://config/in/force.yaml: the configuration cannot be written (AccessDenied: no)",
  });
});

import { awsClients } from "@tagledger/adapters/aws/inventory/clients";
import { awsTagger } from "@tagledger/adapters/aws/tagging/tagger";
import { arnFacts } from "@tagledger/core/catalog/arn";
import { afterEach, expect, test } from "vitest";
import { type Asked, type Service, startService } from "./local/service.ts";

const PLACE = { account: "111122223333", region: "eu-central-1" };

let service: Service;

afterEach(() => service?.stop());

// What moto does not know: these prove that calls are made as the services' models say, not what comes of them.
test.each([
  ["apprunner", "service/scorer/1", "AppRunner.TagResource", "AppRunner.UntagResource"],
  ["batch", "job-queue/training", "POST /v1/tags/ARN", "DELETE /v1/tags/ARN?tagKeys=ml-tema"],
  ["bedrock", "provisioned-model/1", "POST /tagResource", "POST /untagResource"],
  ["bedrock", "agent/A1", "POST /tags/ARN", "DELETE /tags/ARN?tagKeys=ml-tema"],
  ["emr-serverless", "/applications/1", "POST /tags/ARN", "DELETE /tags/ARN?tagKeys=ml-tema"],
  ["kinesis", "stream/clicks", "Kinesis_20131202.TagResource", "Kinesis_20131202.UntagResource"],
  [
    "redshift-serverless",
    "workgroup/1",
    "RedshiftServerless.TagResource",
    "RedshiftServerless.UntagResource",
  ],
  ["s3", "accesspoint/reader", "POST /v20180820/tags/ARN", "DELETE /v20180820/tags/ARN?tagKeys=ml-tema"],
])("%s:%s is tagged by the calls of its service", async (name, resource, ...expected) => {
  const arn = `arn:aws:${name}:${PLACE.region}:${PLACE.account}:${resource}`;
  const asked: Asked[] = [];
  const answer = (each: Asked) => {
    asked.push(each);
    return { type: "application/json", body: "{}" };
  };
  // Kinesis is asked by HTTP/2.
  service = await startService(answer, name === "kinesis" ? 2 : 1);
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const clients = awsClients({ ...PLACE, endpoint: service.endpoint, credentials });
  const tagger = awsTagger({ clientsFor: () => clients, places: [PLACE] });
  const target = { resource: arn, arn, ...arnFacts(arn), ...PLACE };
  expect(await tagger.write([{ target, set: { "ml-team": "vision" }, remove: ["ml-tema"] }])).toEqual([null]);
  expect(asked.map((each) => callOf(each, arn))).toEqual(expected);
  for (const { url, body } of asked) expect(decodeURIComponent(url.pathname) + body).toContain(arn);
  expect(asked[0]?.body).toMatch(/ml-team.*vision/);
  expect(`${asked[1]?.url.search}${asked[1]?.body}`).toContain("ml-tema");
});

/** By its target, or by the place that it asks for. */
function callOf({ method, url, headers }: Asked, arn: string): string {
  const target = headers["x-amz-target"];
  return `${target ?? `${method} ${decodeURIComponent(url.pathname).replace(arn, "ARN")}${url.search}`}`;
}

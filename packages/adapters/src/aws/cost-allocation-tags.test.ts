import { CostExplorerClient } from "@aws-sdk/client-cost-explorer";
import { afterEach, expect, test } from "vitest";
import { type Asked, serve, type TestServer } from "../testing/http-server.ts";
import { awsCostAllocationTags } from "./cost-allocation-tags.ts";

let server: TestServer | undefined;
afterEach(() => server?.close());

/** Billing, which knows some tags in two pages and takes no key that begins with `aws`. */
async function billing(asked: { readonly call: string; readonly body: unknown }[]) {
  server = await serve(({ headers, body }: Asked) => {
    const call = String(headers["x-amz-target"]).replace("AWSInsightsIndexService.", "");
    const request = JSON.parse(body);
    asked.push({ call, body: request });
    const json = (value: unknown, status = 200) => {
      return {
        status,
        headers: { "content-type": "application/x-amz-json-1.1" },
        body: JSON.stringify(value),
      };
    };
    if (call === "ListCostAllocationTags") {
      return request.NextToken === undefined
        ? json({
            CostAllocationTags: [
              { TagKey: "ml-team", Type: "UserDefined", Status: "Active", LastUsedDate: "2026-09-01" },
            ],
            NextToken: "more",
          })
        : json({ CostAllocationTags: [{ TagKey: "ml-project", Type: "UserDefined", Status: "Inactive" }] });
    }
    const given: readonly { TagKey: string }[] = request.CostAllocationTagsStatus;
    const wrong = given.filter(({ TagKey }) => TagKey.startsWith("aws"));
    return json({
      Errors: wrong.map(({ TagKey }) => ({
        TagKey,
        Code: "TagKeysNotFoundException",
        Message: "no such key",
      })),
    });
  });
  return clientOf(server);
}

function clientOf({ endpoint }: TestServer) {
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  return new CostExplorerClient({ endpoint, region: "us-east-1", credentials, maxAttempts: 1 });
}

test("all pages of keys that people gave are read", async () => {
  const asked: { call: string; body: unknown }[] = [];
  const tags = awsCostAllocationTags(await billing(asked));
  expect(await tags.list()).toEqual([
    { key: "ml-team", active: true, lastUsed: "2026-09-01" },
    { key: "ml-project", active: false, lastUsed: null },
  ]);
  expect(asked[0]?.body).toMatchObject({ Type: "UserDefined" });
});

test("keys are activated twenty at a time, and each that is refused says why", async () => {
  const asked: { call: string; body: unknown }[] = [];
  const tags = awsCostAllocationTags(await billing(asked));
  const keys = [...Array.from({ length: 40 }, (_, index) => `key-${index}`), "aws:made"];
  const done = await tags.activate(keys);
  expect(done.map(({ key }) => key)).toEqual(keys);
  expect(done.filter(({ problem }) => problem !== null)).toEqual([
    { key: "aws:made", problem: "TagKeysNotFoundException: no such key" },
  ]);
  expect(
    asked.map(({ body }) => (body as { CostAllocationTagsStatus: [] }).CostAllocationTagsStatus.length),
  ).toEqual([20, 20, 1]);
});

test("who may not ask is told what permits it, and where", async () => {
  server = await serve(() => ({
    status: 400,
    headers: { "content-type": "application/x-amz-json-1.1" },
    body: JSON.stringify({ __type: "AccessDeniedException", message: "no" }),
  }));
  await expect(awsCostAllocationTags(clientOf(server)).list()).rejects.toMatchObject({
    code: "outside-failure",
    message: expect.stringMatching(/account that pays.*ce:ListCostAllocationTags/),
  });
});

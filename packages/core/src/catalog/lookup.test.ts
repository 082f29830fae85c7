import { expect, test } from "vitest";
import { lookup, lookupOf } from "./lookup.ts";

test.each([
  ["lambda.amazonaws.com", "CreateFunction20150331"],
  ["lambda.amazonaws.com", "CreateFunction20150331v2"],
  ["lambda.amazonaws.com", "CreateFunction"],
  ["cloudfront.amazonaws.com", "CreateDistribution2016_11_25"],
  ["ec2.amazonaws.com.cn", "RunInstances"],
])("finds %s %s", (source, name) => {
  expect(lookup(source, name)).toMatchObject({ kind: "creation" });
});

test("tells calls of one name apart by their service", () => {
  const sources = ["dax", "ecs", "eks", "kafka", "redshift", "sagemaker"];
  const types = sources.map((source) => {
    const known = lookup(`${source}.amazonaws.com`, "CreateCluster");
    return typeof known === "object" && known.kind === "creation" ? known.row.type : null;
  });
  expect(types).toEqual([
    "dax:cache",
    "ecs:cluster",
    "eks:cluster",
    "kafka:cluster",
    "redshift:cluster",
    "sagemaker:cluster",
  ]);
});

test.each([
  ["ec2.amazonaws.com", "runinstances"],
  ["nova.amazonaws.com", "CreateStar"],
  ["", ""],
  ["ec2.amazonaws.com", "constructor"],
  ["ec2.amazonaws.com", "20150331"],
])("knows nothing of %j %j", (source, name) => {
  expect(lookup(source, name)).toBeUndefined();
});

test("a new service is all that a new call needs", () => {
  const row = { event: "CreateStar", type: "nova:star", priority: 4, id: "response.starId" } as const;
  const find = lookupOf([{ source: "nova.amazonaws.com", creations: [row], others: ["ShineStar"] }]);
  expect(find("nova.amazonaws.com", "CreateStar")).toMatchObject({ kind: "creation", row });
  expect(find("nova.amazonaws.com", "ShineStar")).toBe("makes-nothing");
});

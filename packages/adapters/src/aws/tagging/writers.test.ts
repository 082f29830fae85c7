import { typeFacts } from "@tagledger/core/catalog/facts-of-type";
import { services } from "@tagledger/core/catalog/services/all";
import { describe, expect, test } from "vitest";
import { asksById, byTaggingApi, writerOf } from "./writers.ts";

const ALL = services.flatMap(({ creations, types = {} }) => [
  ...creations.map(({ type }) => type),
  ...Object.keys(types),
]);
const TYPES = [...new Set(ALL)].filter((type) => typeFacts(type).liveTags.write !== null);
/** Services whose clients are here. */
const OWN =
  /^(apprunner|autoscaling|batch|bedrock|dynamodb|ec2|ecr|ecs|eks|elasticfilesystem|elasticmapreduce|emr-serverless|glue|kinesis|lambda|logs|rds|redshift|redshift-serverless|s3|sagemaker|sns|sqs):/;

describe("writers", () => {
  test.each(TYPES)("%s is written by the call that the catalog names, or the Tagging API", async (type) => {
    const load = writerOf(type);
    const { call } = await load();
    expect(call).toBe(load === byTaggingApi ? "tag:TagResources" : typeFacts(type).liveTags.write?.call);
  });

  test("are there for all services whose clients are", () => {
    const byApi = TYPES.filter((type) => writerOf(type) === byTaggingApi);
    const calls = byApi.map((type) => typeFacts(type).liveTags.write?.call ?? "");
    // S3 writes no tags of what spans regions.
    expect(new Set(calls.filter((call) => OWN.test(call)))).toEqual(new Set(["s3:TagResource"]));
    expect(byApi.filter((type) => OWN.test(type))).toEqual(["s3:multi-region-access-point"]);
  });

  test("of a type that nobody has heard of is the Tagging API", () => {
    expect(writerOf("unheard:thing")).toBe(byTaggingApi);
  });

  test("ask by id for what EC2, EFS, EMR and Auto Scaling have, and for nothing else", () => {
    const services = new Set(TYPES.filter(asksById).map((type) => type.split(":", 1).join()));
    expect([...services].sort()).toEqual(["autoscaling", "ec2", "elasticfilesystem", "elasticmapreduce"]);
  });
});

import type { EndpointStatus, ProductionVariantSummary } from "@aws-sdk/client-sagemaker";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeSought } from "../../inventory/testing/make-sought.ts";
import { type Answering, ServiceError, startAnswering } from "../testing/answering.ts";
import { type Quarantine, quarantineOf } from "../testing/quarantine.ts";
import { endpoint } from "./endpoint.ts";

const SCORER = makeSought("sagemaker", "endpoint/scorer");
const TO_NOTHING = { ManagedInstanceScaling: { Status: "ENABLED", MinInstanceCount: 0 } } as const;

let status: EndpointStatus;
let variants: ProductionVariantSummary[];
let hosting: string[];
let scalable: string[];
let answering: Answering;
let scale: Quarantine;

beforeEach(async () => {
  status = "InService";
  variants = [
    { VariantName: "a", CurrentInstanceCount: 2, DesiredInstanceCount: 2, ...TO_NOTHING },
    { VariantName: "b", CurrentInstanceCount: 1, DesiredInstanceCount: 1, ...TO_NOTHING },
  ];
  hosting = ["a", "b"];
  scalable = [];
  answering = await startAnswering({
    DescribeEndpoint: () => ({
      EndpointName: "scorer",
      EndpointStatus: status,
      CreationTime: 1_788_264_000,
      ProductionVariants: variants,
    }),
    // One to a page.
    ListInferenceComponents: ({ EndpointNameEquals, NextToken = 0 }) => {
      const place = Number(NextToken);
      const found = EndpointNameEquals === "scorer" ? hosting.slice(place, place + 1) : [];
      return {
        InferenceComponents: found.map((VariantName) => ({
          InferenceComponentName: `on-${VariantName}`,
          VariantName,
        })),
        ...(place + 1 < hosting.length ? { NextToken: String(place + 1) } : {}),
      };
    },
    DescribeScalableTargets: ({ ResourceIds }) => ({
      ScalableTargets: scalable
        .filter((each) => Array.isArray(ResourceIds) && ResourceIds.includes(each))
        .map((ResourceId) => ({ ResourceId })),
    }),
    UpdateEndpointWeightsAndCapacities: ({ DesiredWeightsAndCapacities }) => {
      if (status !== "InService") {
        throw new ServiceError("ValidationException", "Cannot update in-progress endpoint");
      }
      const [wanted, ...more] = DesiredWeightsAndCapacities as ProductionVariantSummary[];
      if (more.length > 0) throw new ServiceError("ValidationException", "one variant at a time");
      status = "Updating";
      variants = variants.map((each) =>
        each.VariantName === wanted?.VariantName ? { ...each, ...wanted } : each,
      );
      return { EndpointArn: SCORER.arn };
    },
  });
  scale = quarantineOf(endpoint, "sagemaker:scale-endpoint", answering.clients, SCORER);
});

afterEach(() => answering.stop());

test("the variants of an endpoint go down one after another, and come back so", async () => {
  const before = await scale.now();
  expect(before).toEqual({ a: 2, b: 1 });
  const ours = await scale.aim();
  expect(ours).toEqual({ a: 0, b: 0 });
  await expect(scale.set(ours)).rejects.toThrow("in-progress");
  expect(await scale.now()).toEqual({ a: 0, b: 1 });
  settle();
  await scale.set(ours);
  expect(await scale.now()).toEqual(ours);
  await scale.set(ours);
  settle();
  await expect(scale.set(before ?? {})).rejects.toThrow("in-progress");
  settle();
  await scale.set(before ?? {});
  settle();
  expect(await scale.now()).toEqual(before);
});

test("variants that are not named are left as they are", async () => {
  await scale.set({ b: 0 });
  expect(await scale.now()).toEqual({ a: 2, b: 0 });
});

test("instances that managed scaling started again show", async () => {
  variants = variants.map((each) => ({ ...each, DesiredInstanceCount: 0, CurrentInstanceCount: 1 }));
  expect(await scale.now()).toEqual({ a: 1, b: 1 });
});

test("an endpoint goes down to nothing only where each variant hosts components and may", async () => {
  expect(await conditions()).toEqual({ "minimum-above-zero": false, "scaled-automatically": false });
  hosting = ["a"];
  expect(await conditions()).toMatchObject({ "minimum-above-zero": true });
  hosting = ["a", "b"];
  variants = variants.map((each) => ({
    ...each,
    ManagedInstanceScaling: { Status: "ENABLED", MinInstanceCount: 1 },
  }));
  expect(await conditions()).toMatchObject({ "minimum-above-zero": true });
  variants = variants.map(({ ManagedInstanceScaling: _, ...each }) => each);
  expect(await conditions()).toMatchObject({ "minimum-above-zero": true });
});

test.each(["endpoint/scorer/variant/b", "inference-component/on-b"])(
  "an endpoint is scaled automatically where %s is",
  async (target) => {
    scalable = [target];
    expect(await conditions()).toMatchObject({ "scaled-automatically": true });
  },
);

test("an endpoint tells when it was made, as another may take its name", async () => {
  expect((await endpoint.inspect(answering.clients, SCORER))?.made).toBe(1_788_264_000_000);
});

test("a serverless endpoint has no instances to take away", async () => {
  variants = [{ VariantName: "all", CurrentServerlessConfig: { MaxConcurrency: 5, MemorySizeInMB: 2048 } }];
  expect(await scale.now()).toBeUndefined();
});

async function conditions() {
  return (await endpoint.inspect(answering.clients, SCORER))?.conditions;
}

function settle(): void {
  status = "InService";
  variants = variants.map((each) => ({ ...each, CurrentInstanceCount: each.DesiredInstanceCount }));
}

import type {
  InferenceComponentRuntimeConfigSummary,
  InferenceComponentStatus,
} from "@aws-sdk/client-sagemaker";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeSought } from "../../inventory/testing/make-sought.ts";
import { type Answering, ServiceError, startAnswering } from "../testing/answering.ts";
import { type Quarantine, quarantineOf } from "../testing/quarantine.ts";
import { component } from "./component.ts";

const SCORER = makeSought("sagemaker", "inference-component/scorer");

let status: InferenceComponentStatus;
let config: InferenceComponentRuntimeConfigSummary | undefined;
let scalable: string[];
let answering: Answering;
let scale: Quarantine;

beforeEach(async () => {
  status = "InService";
  config = { DesiredCopyCount: 3, CurrentCopyCount: 3 };
  scalable = [];
  answering = await startAnswering({
    DescribeInferenceComponent: ({ InferenceComponentName }) => {
      if (InferenceComponentName !== "scorer") {
        throw new ServiceError("ValidationException", 'Could not find inference component "…".');
      }
      return { InferenceComponentName, InferenceComponentStatus: status, RuntimeConfig: config };
    },
    DescribeScalableTargets: ({ ResourceIds }) => ({
      ScalableTargets: Array.isArray(ResourceIds)
        ? scalable.filter((each) => ResourceIds.includes(each)).map((ResourceId) => ({ ResourceId }))
        : [],
    }),
    UpdateInferenceComponentRuntimeConfig: ({ DesiredRuntimeConfig }) => {
      if (status !== "InService") throw new ServiceError("ValidationException", "is being updated");
      const { CopyCount } = DesiredRuntimeConfig as { CopyCount: number };
      config = { ...config, DesiredCopyCount: CopyCount };
      status = "Updating";
      return { InferenceComponentArn: SCORER.arn };
    },
  });
  scale = quarantineOf(component, "sagemaker:scale-component", answering.clients, SCORER);
});

afterEach(() => answering.stop());

test("a component goes down to no copies once, and back to those that it had", async () => {
  const ours = await scale.aim();
  expect(ours).toEqual({ copies: 0 });
  await scale.set(ours);
  await scale.set(ours);
  expect([await scale.now(), status, config?.CurrentCopyCount]).toEqual([ours, "Updating", 3]);
  await expect(scale.set({ copies: 3 })).rejects.toThrow("is being updated");
  status = "InService";
  await scale.set({ copies: 3 });
  expect(await scale.now()).toEqual({ copies: 3 });
});

test("a component that adapts another one has no copies to take away", async () => {
  config = undefined;
  expect(await scale.now()).toBeUndefined();
});

test("whether Application Auto Scaling sets the copies is told", async () => {
  expect(await conditions()).toEqual({ "scaled-automatically": false });
  scalable = ["inference-component/scorer"];
  expect(await conditions()).toEqual({ "scaled-automatically": true });
});

test("a component that is not there is none", async () => {
  const gone = makeSought("sagemaker", "inference-component/gone");
  expect(await component.inspect(answering.clients, gone)).toBeNull();
});

async function conditions() {
  return (await component.inspect(answering.clients, SCORER))?.conditions;
}

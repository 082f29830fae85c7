import {
  DescribeInferenceComponentCommand,
  type DescribeInferenceComponentOutput,
  SageMakerClient,
  UpdateInferenceComponentRuntimeConfigCommand,
} from "@aws-sdk/client-sagemaker";
import { isNotFound } from "../../inventory/sagemaker/not-found.ts";
import { bySettings } from "../by-settings.ts";
import type { TypeRemedies } from "../remedy.ts";
import { unlessGone } from "../unless-gone.ts";
import { isScaledAutomatically } from "./scaled-automatically.ts";

/** Inference components; those that adapt another one have no copies of their own. */
export const component: TypeRemedies = bySettings<DescribeInferenceComponentOutput>(
  {
    find: (clients, { id }) =>
      unlessGone(
        clients
          .of(SageMakerClient)
          .send(new DescribeInferenceComponentCommand({ InferenceComponentName: id })),
        isNotFound,
      ),
    state: ({ InferenceComponentStatus }) => InferenceComponentStatus,
    made: ({ CreationTime }) => CreationTime,
    conditions: async ({ InferenceComponentName }, clients) => ({
      "scaled-automatically": await isScaledAutomatically(clients, [
        `inference-component/${InferenceComponentName}`,
      ]),
    }),
  },
  {
    "sagemaker:scale-component": {
      field: "copies",
      now: ({ RuntimeConfig }) => RuntimeConfig?.DesiredCopyCount ?? RuntimeConfig?.CurrentCopyCount ?? null,
      aim: () => 0,
      change: (clients, { id }, wanted) =>
        clients.of(SageMakerClient).send(
          new UpdateInferenceComponentRuntimeConfigCommand({
            InferenceComponentName: id,
            DesiredRuntimeConfig: { CopyCount: Number(wanted) },
          }),
        ),
    },
  },
);

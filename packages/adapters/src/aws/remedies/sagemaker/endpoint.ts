import {
  DescribeEndpointCommand,
  type DescribeEndpointOutput,
  type InferenceComponentSummary,
  paginateListInferenceComponents,
  SageMakerClient,
  UpdateEndpointWeightsAndCapacitiesCommand,
} from "@aws-sdk/client-sagemaker";
import type { Sought } from "@tagledger/core/ports";
import type { FieldValue } from "@tagledger/core/remediation/fields";
import type { Inspection } from "@tagledger/core/remediation/inspection";
import type { Clients } from "../../inventory/clients.ts";
import { isNotFound } from "../../inventory/sagemaker/not-found.ts";
import { bySettings } from "../by-settings.ts";
import type { TypeRemedies } from "../remedy.ts";
import { unlessGone } from "../unless-gone.ts";
import { isScaledAutomatically } from "./scaled-automatically.ts";
import { allowsNone, variantsOf } from "./variants.ts";

const SCALE = "sagemaker:scale-endpoint";

/** Endpoints with all their variants together. */
const whole: TypeRemedies = bySettings<DescribeEndpointOutput>(
  {
    find: (clients, { id }) =>
      unlessGone(
        clients.of(SageMakerClient).send(new DescribeEndpointCommand({ EndpointName: id })),
        isNotFound,
      ),
    state: ({ EndpointStatus }) => EndpointStatus,
    made: ({ CreationTime }) => CreationTime,
    conditions,
  },
  {
    [SCALE]: {
      field: "variants",
      now(found) {
        const variants = variantsOf(found);
        return Object.keys(variants).length === 0 ? null : variants;
      },
      aim: (before) => Object.fromEntries(countsOf(before).map(([name]) => [name, 0])),
      change,
    },
  },
);

/** Endpoints. Each variant is a field of its own, as each is changed by a call of its own, of which any may be the last. */
export const endpoint: TypeRemedies = {
  async inspect(clients, target) {
    const seen = await whole.inspect(clients, target);
    const variants = seen?.remedies[SCALE]?.variants;
    if (seen === null || variants === undefined) return seen;
    return { ...seen, remedies: { [SCALE]: Object.fromEntries(countsOf(variants)) } };
  },
  remedies: {
    [SCALE]: {
      aim: (before) => Object.fromEntries(Object.keys(before).map((name) => [name, 0])),
      set: async (clients, target, fields) =>
        whole.remedies[SCALE]?.set(clients, target, { variants: { ...fields } }),
    },
  },
};

async function conditions(
  found: DescribeEndpointOutput,
  clients: Clients,
): Promise<Inspection["conditions"]> {
  const counted = Object.keys(variantsOf(found));
  const shrinkable = (found.ProductionVariants ?? []).filter(allowsNone).map((each) => each.VariantName);
  const components = shrinkable.length === 0 ? [] : await componentsOf(clients, found.EndpointName);
  const hosts = (variant: string) => components.some(({ VariantName }) => VariantName === variant);
  return {
    "minimum-above-zero": !counted.every((variant) => shrinkable.includes(variant) && hosts(variant)),
    // Instances follow the copies of what they host.
    "scaled-automatically": await isScaledAutomatically(clients, [
      ...counted.map((variant) => `endpoint/${found.EndpointName}/variant/${variant}`),
      ...components.map(({ InferenceComponentName }) => `inference-component/${InferenceComponentName}`),
    ]),
  };
}

async function componentsOf(clients: Clients, endpointName: string | undefined) {
  const all: InferenceComponentSummary[] = [];
  const pages = paginateListInferenceComponents(
    { client: clients.of(SageMakerClient) },
    { EndpointNameEquals: endpointName },
  );
  for await (const { InferenceComponents = [] } of pages) all.push(...InferenceComponents);
  return all;
}

/** One call changes the capacity of one variant, and is refused while another one is under way. */
async function change(
  clients: Clients,
  { id }: Sought,
  wanted: FieldValue,
  found: DescribeEndpointOutput | null,
): Promise<void> {
  const now = found === null ? {} : variantsOf(found);
  for (const [VariantName, DesiredInstanceCount] of countsOf(wanted)) {
    if (now[VariantName] === DesiredInstanceCount) continue;
    await clients.of(SageMakerClient).send(
      new UpdateEndpointWeightsAndCapacitiesCommand({
        EndpointName: id,
        DesiredWeightsAndCapacities: [{ VariantName, DesiredInstanceCount }],
      }),
    );
  }
}

function countsOf(variants: FieldValue): readonly (readonly [string, number])[] {
  if (typeof variants !== "object" || variants === null) return [];
  return Object.entries(variants).map(([name, count]) => [name, Number(count)]);
}

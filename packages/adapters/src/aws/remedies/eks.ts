import { DescribeNodegroupCommand, EKSClient, UpdateNodegroupConfigCommand } from "@aws-sdk/client-eks";
import type { Sought } from "@tagledger/core/ports";
import { type Fields, holdsAll } from "@tagledger/core/remediation/fields";
import type { Clients } from "../inventory/clients.ts";
import { controlledBy } from "./controlled-by.ts";
import { countsOf } from "./field.ts";
import { madeAt } from "./made-at.ts";
import type { TypeRemedies } from "./remedy.ts";

/**
 * Managed node groups: their nodes are terminated. Whether a scaler of the cluster sets their size does not show: EKS
 * tags each of them as if one did.
 */
export const eks: TypeRemedies = {
  isNamed: (target) => namesOf(target).nodegroupName !== undefined,
  async inspect(clients, target) {
    const group = await describe(clients, target);
    if (group === undefined) return null;
    return {
      state: group.status ?? null,
      ...madeAt(group.createdAt),
      controller: controlledBy(target.type, group.tags ?? {}),
      conditions: {},
      remedies: { "eks:empty-nodegroup": sizeOf(group) },
    };
  },
  remedies: {
    "eks:empty-nodegroup": {
      aim: () => ({ size: { minimum: 0, desired: 0 } }),
      async set(clients, target, fields) {
        const size = countsOf(fields, "size");
        if (size === undefined) return;
        const group = await describe(clients, target);
        // An update is made even of what would change nothing, and none is taken while another is made.
        if (group !== undefined && holdsAll(sizeOf(group), fields)) return;
        await clients.of(EKSClient).send(
          new UpdateNodegroupConfigCommand({
            ...namesOf(target),
            // The maximum stays: it may not be 0.
            scalingConfig: { minSize: size.minimum, desiredSize: size.desired },
          }),
        );
      },
    },
  },
};

async function describe(clients: Clients, target: Sought) {
  const { nodegroup } = await clients.of(EKSClient).send(new DescribeNodegroupCommand(namesOf(target)));
  return nodegroup;
}

type Nodegroup = Awaited<ReturnType<typeof describe>>;

/** One without the other may make no sense: a minimum above what somebody else desires. */
function sizeOf(group: NonNullable<Nodegroup>): Fields {
  const { minSize = 0, desiredSize = 0 } = group.scalingConfig ?? {};
  return { size: { minimum: minSize, desired: desiredSize } };
}

/** `ml` and `gpu` of `arn:aws:eks:eu-central-1:111122223333:nodegroup/ml/gpu/<uuid>`. */
function namesOf({ arn }: Sought): { clusterName: string | undefined; nodegroupName: string | undefined } {
  const [, clusterName, nodegroupName] = arn?.split("/") ?? [];
  return { clusterName, nodegroupName };
}

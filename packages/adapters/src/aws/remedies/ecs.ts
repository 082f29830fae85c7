import { DescribeServicesCommand, ECSClient, UpdateServiceCommand } from "@aws-sdk/client-ecs";
import type { Sought } from "@tagledger/core/ports";
import { ecsKinds } from "../inventory/ecs/kinds.ts";
import { tagMap } from "../inventory/tag-map.ts";
import { controlledBy } from "./controlled-by.ts";
import { countOf } from "./field.ts";
import { known } from "./known.ts";
import { madeAt } from "./made-at.ts";
import type { TypeRemedies } from "./remedy.ts";
import { isScaled } from "./scalable-target.ts";

/** Services of ECS: their tasks are stopped. */
export const ecs: TypeRemedies = {
  // Old ARNs do not tell the cluster.
  isNamed: ({ arn }) => arn !== null && clusterOf(arn) !== null,
  async inspect(clients, target) {
    const { cluster, arn } = placeOf(target);
    const { services } = await clients
      .of(ECSClient)
      .send(new DescribeServicesCommand({ cluster, services: [arn], include: ["TAGS"] }));
    const [service] = services ?? [];
    if (service === undefined) return null;
    const isDaemon = service.schedulingStrategy === "DAEMON";
    const scaled = isScaled(clients, "ecs", `service/${cluster}/${service.serviceName}`, [
      "ecs:service:DesiredCount",
    ]);
    return {
      state: service.status ?? null,
      ...madeAt(service.createdAt),
      controller: controlledBy(target.type, tagMap(service.tags)),
      conditions: known({ "daemon-scheduling": isDaemon, "scaled-automatically": await scaled }),
      // The size of a daemon service is that of its cluster.
      remedies: isDaemon ? {} : { "ecs:empty-service": { desired: service.desiredCount ?? 0 } },
    };
  },
  remedies: {
    "ecs:empty-service": {
      aim: () => ({ desired: 0 }),
      async set(clients, target, fields) {
        const desiredCount = countOf(fields, "desired");
        if (desiredCount === undefined) return;
        const { cluster, arn } = placeOf(target);
        await clients.of(ECSClient).send(new UpdateServiceCommand({ cluster, service: arn, desiredCount }));
      },
    },
  },
};

function placeOf({ arn, id }: Sought): { cluster: string; arn: string } {
  return { cluster: (arn === null ? null : clusterOf(arn)) ?? "", arn: arn ?? id };
}

function clusterOf(arn: string): string | null {
  return ecsKinds["ecs:service"]?.clusterOf(arn) ?? null;
}

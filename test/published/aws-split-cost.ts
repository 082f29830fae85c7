import type { Shares } from "@tagledger/core/costs/sharing/input";
import { share, sharingConfig, used } from "@tagledger/core/costs/sharing/testing/share";

/** What pods were allocated of a machine of which a resource is: the greater of reserved and used. */
export interface Machine {
  readonly pods: readonly string[];
  /** For each resource its weight, how much there is, and how much each pod was allocated, in their order. */
  readonly resources: readonly {
    readonly name: string;
    readonly weight: string;
    readonly available: string;
    readonly allocated: readonly string[];
  }[];
}

/**
 * Divides a machine as AWS does: its cost falls to its resources by what there is of each, times its weight, and each
 * resource's to pods by what they were allocated of it. What nobody was allocated is everybody's, or stays.
 */
export function divideMachine(
  { pods, resources }: Machine,
  cost: string,
  idle: "share" | "separate",
): Shares {
  const metrics = resources.map(({ name, weight }) => `${name}: "${weight}"`).join(", ");
  const pools = [
    `  - { name: machine, method: usage, metric: { ${metrics} } }`,
    ...resources.map(({ name }) => `  - { name: ${name}, method: usage, metric: { use: 1 }, idle: ${idle} }`),
  ];
  const usage = resources.flatMap(({ name, available, allocated }) => [
    used("machine", `pool:${name}`, available, { metric: name }),
    used(name, "capacity", available),
    ...pods.map((pod, index) => used(name, pod, allocated[index] ?? "0")),
  ]);
  return share(sharingConfig(pods, pools.join("\n")), { machine: cost }, { usage });
}

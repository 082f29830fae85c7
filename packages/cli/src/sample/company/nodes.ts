import type { Random } from "../random.ts";
import type { SavingsPlan } from "./commitments.ts";
import type { MachineName } from "./machines.ts";
import { REGIONS, type Region } from "./regions.ts";
import { ec2, type Origin, type Resource } from "./resource.ts";

/** One block volume. */
export interface Volume extends Resource {
  readonly gib: number;
}

/** One EC2 machine with its disk, in a cluster or alone. */
export interface Node extends Resource {
  readonly machine: MachineName;
  readonly zone: string;
  readonly disk: Volume;
  readonly cluster?: string;
  /** The Savings Plan that covers it; absent: on demand. */
  readonly plan?: SavingsPlan;
  /** When it is switched on; absent: day and night. */
  readonly hours?: "nights";
}

/** What a machine is made from. */
export interface NodeOrigin extends Omit<Origin, "region"> {
  readonly machine: MachineName;
  readonly disk: number;
  readonly region?: Region;
  readonly cluster?: string;
  readonly hours?: "nights";
}

/** A machine and its disk, which has the same tags and the same life. */
export function createNode(random: Random, origin: NodeOrigin): Node {
  const { machine, disk, cluster, hours, region = REGIONS.virginia, ...rest } = origin;
  return {
    ...ec2(random, "instance", { region, ...rest }),
    machine,
    zone: `${region.code}${random.pick(["a", "b", "c"])}`,
    disk: { ...ec2(random, "volume", { region, ...rest }), gib: disk },
    ...(cluster ? { cluster } : {}),
    ...(hours ? { hours } : {}),
  };
}

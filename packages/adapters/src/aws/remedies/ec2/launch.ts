import { AutoScalingClient, DescribeAutoScalingInstancesCommand } from "@aws-sdk/client-auto-scaling";
import {
  DescribeFleetsCommand,
  DescribeSpotInstanceRequestsCommand,
  EC2Client,
  type Instance,
} from "@aws-sdk/client-ec2";
import type { Condition } from "@tagledger/core/catalog/type-facts";
import type { ControlledBy } from "@tagledger/core/tags/plan/input";
import type { Clients } from "../../inventory/clients.ts";
import { isNamed } from "../../inventory/misses.ts";
import { tagMap } from "../../inventory/tag-map.ts";
import { unlessDenied } from "../known.ts";

/** What launched an instance, and whether that replaces it. */
export interface Launch {
  readonly conditions: Readonly<Partial<Record<Condition, boolean | undefined>>>;
  /** The group or fleet that it is a member of; null where it is of none that replaces it. */
  readonly controller: ControlledBy | null;
}

/** Finds out what launched an instance: tags tell of it, but Auto Scaling and the fleet themselves know better. */
export async function launchOf(clients: Clients, instance: Instance): Promise<Launch> {
  const tags = tagMap(instance.Tags);
  const fleet = tags["aws:ec2:fleet-id"];
  const spotFleet = tags["aws:ec2spot:fleet-request-id"];
  const isSpot = instance.InstanceLifecycle === "spot";
  const [group, fleetKeeps, isOneTime] = await Promise.all([
    groupOf(clients, instance, tags["aws:autoscaling:groupName"]),
    fleet === undefined ? false : unlessDenied(isMaintained(clients, fleet)),
    isSpot ? unlessDenied(isOfOneTime(clients, instance)) : false,
  ]);
  // A spot instance that a fleet launched cannot be stopped, whatever its fleet does.
  const inFleet = spotFleet !== undefined || (fleet !== undefined && isSpot) || fleetKeeps;
  return {
    conditions: {
      "in-auto-scaling-group": group === undefined ? undefined : group !== null,
      "in-fleet": inFleet,
      "spot-one-time": isOneTime,
    },
    controller: controllerOf(group, spotFleet, fleetKeeps === false ? undefined : fleet),
  };
}

function controllerOf(
  group: string | null | undefined,
  spotFleet: string | undefined,
  fleet: string | undefined,
): ControlledBy | null {
  if (typeof group === "string") return { controller: "auto-scaling", name: group };
  if (spotFleet !== undefined) return { controller: "spot-fleet", name: spotFleet };
  return fleet === undefined ? null : { controller: "ec2-fleet", name: fleet };
}

/** The group that it is in, null where it is in none; undefined where nobody tells. */
async function groupOf(
  clients: Clients,
  { InstanceId = "" }: Instance,
  tagged: string | undefined,
): Promise<string | null | undefined> {
  const found = await unlessDenied(
    clients
      .of(AutoScalingClient)
      .send(new DescribeAutoScalingInstancesCommand({ InstanceIds: [InstanceId] })),
  );
  if (found === undefined) return tagged;
  return found.AutoScalingInstances?.[0]?.AutoScalingGroupName ?? tagged ?? null;
}

/** Whether a fleet keeps up a number of instances; one that launched once, or is gone, replaces nothing. */
async function isMaintained(clients: Clients, fleet: string): Promise<boolean> {
  try {
    const { Fleets } = await clients.of(EC2Client).send(new DescribeFleetsCommand({ FleetIds: [fleet] }));
    const { Type, FleetState = "" } = Fleets?.[0] ?? {};
    return Type === "maintain" && !FleetState.startsWith("deleted");
  } catch (error) {
    if (isNamed(error, ["InvalidFleetId.NotFound"])) return false;
    throw error;
  }
}

/** Whether the request for a spot instance is for one time only; undefined where it is known no more. */
async function isOfOneTime(
  clients: Clients,
  { SpotInstanceRequestId = "" }: Instance,
): Promise<boolean | undefined> {
  const { SpotInstanceRequests } = await clients.of(EC2Client).send(
    new DescribeSpotInstanceRequestsCommand({
      Filters: [{ Name: "spot-instance-request-id", Values: [SpotInstanceRequestId] }],
    }),
  );
  const type = SpotInstanceRequests?.[0]?.Type;
  return type === undefined ? undefined : type === "one-time";
}

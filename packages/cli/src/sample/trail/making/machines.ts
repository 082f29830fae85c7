import type { JsonObject } from "@tagledger/core/catalog/event";
import type { Node } from "../../company/nodes.ts";
import type { Tags } from "../../company/tags.ts";
import { ec2IdOf, uuidOf } from "../ids.ts";
import { specified } from "../tag-shapes.ts";

/** Alike machines that one call starts. */
export interface Batch {
  readonly machines: readonly [Node, ...Node[]];
  /** The tags that the request states for the machines, and for the disks and network interfaces that come with them. */
  readonly requested: Tags;
  /** The size of the disk that the request describes. */
  readonly gib?: number;
  /** The Auto Scaling group that writes its name on the machines. */
  readonly group?: string | undefined;
  /** The cluster that wants them, or what else they are for. */
  readonly wantedBy: string;
}

/** What a request to start machines says; disks that come with machines are named neither here nor in the answer. */
export function startRequest({ machines, requested, gib, group, wantedBy }: Batch): JsonObject {
  const [{ arn, account, machine }] = machines;
  const ebs = { volumeSize: gib, volumeType: "gp3", deleteOnTermination: true, encrypted: true };
  const count = machines.length;
  const named = group === undefined ? requested : { ...requested, "aws:autoscaling:groupName": group };
  return {
    instancesSet: { items: [{ imageId: ec2IdOf("ami", machine), minCount: count, maxCount: count }] },
    instanceType: machine,
    blockDeviceMapping: gib === undefined ? {} : { items: [{ deviceName: "/dev/xvda", ebs }] },
    monitoring: { enabled: false },
    disableApiTermination: false,
    disableApiStop: false,
    clientToken: uuidOf(`client token ${arn}`),
    groupSet: { items: [{ groupId: ec2IdOf("sg", `${account.id} ${wantedBy}`) }] },
    iamInstanceProfile: { name: `${wantedBy}-node` },
    ebsOptimized: true,
    ...specified(["instance", named], ["volume", requested], ["network-interface", requested]),
  };
}

/** What a request to a fleet says, which then starts the machines. */
export function fleetRequest({ machines, requested, wantedBy }: Batch): JsonObject {
  const [{ machine }] = machines;
  const Tag = Object.entries(requested).map(([Key, Value], index) => ({ Value, tag: index + 1, Key }));
  const types = ["fleet", "instance", "volume"];
  return {
    CreateFleetRequest: {
      Type: "instant",
      LaunchTemplateConfigs: {
        LaunchTemplateSpecification: {
          LaunchTemplateName: `karpenter.k8s.aws/${wantedBy}`,
          Version: "$Latest",
        },
        Overrides: { tag: 1, InstanceType: machine },
        tag: 1,
      },
      TargetCapacitySpecification: {
        DefaultTargetCapacityType: "on-demand",
        TotalTargetCapacity: machines.length,
      },
      TagSpecification: types.map((ResourceType, index) => ({ ResourceType, tag: index + 1, Tag })),
    },
  };
}

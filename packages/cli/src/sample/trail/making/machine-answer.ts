import type { JsonObject } from "@tagledger/core/catalog/event";
import type { Node } from "../../company/nodes.ts";
import { instant } from "../../month.ts";
import type { Random } from "../../random.ts";
import { ec2Id, ec2IdOf, uuid } from "../ids.ts";
import { pairs } from "../tag-shapes.ts";
import type { Batch } from "./machines.ts";

/** What is answered to a request to start machines: they, with their network interfaces and all their tags. */
export function startAnswer({ machines }: Batch, at: number, random: Random): JsonObject {
  const [{ account }] = machines;
  return {
    requestId: uuid(random),
    reservationId: ec2Id(random, "r"),
    ownerId: account.id,
    groupSet: {},
    instancesSet: { items: machines.map((node, index) => instance(node, index, at, random)) },
  };
}

/** What is answered to a request to a fleet. */
export function fleetAnswer({ machines }: Batch, random: Random): JsonObject {
  const [{ machine }] = machines;
  const ids = machines.map(({ billedId }) => billedId);
  return {
    CreateFleetResponse: {
      xmlns: "http://ec2.amazonaws.com/doc/2016-11-15/",
      requestId: uuid(random),
      fleetId: `fleet-${uuid(random)}`,
      errorSet: "",
      fleetInstanceSet: {
        item: {
          instanceType: machine,
          lifecycle: "on-demand",
          instanceIds: { item: ids.length === 1 ? ids[0] : ids },
        },
      },
    },
  };
}

function instance(node: Node, amiLaunchIndex: number, at: number, random: Random): JsonObject {
  const { billedId, machine, zone, account, region, tags } = node;
  const place = {
    subnetId: ec2IdOf("subnet", `${account.id} ${zone}`),
    vpcId: ec2IdOf("vpc", account.id),
    privateIpAddress: `10.${random.integer(0, 63)}.${random.integer(0, 255)}.${random.integer(4, 250)}`,
  };
  const card = {
    networkInterfaceId: ec2Id(random, "eni"),
    ...place,
    ownerId: account.id,
    status: "in-use",
    interfaceType: "interface",
    attachment: { deviceIndex: 0, status: "attaching", deleteOnTermination: true },
    tagSet: {},
  };
  return {
    instanceId: billedId,
    imageId: ec2IdOf("ami", machine),
    instanceState: { code: 0, name: "pending" },
    privateDnsName: `ip-${place.privateIpAddress.replaceAll(".", "-")}.${region.code}.compute.internal`,
    amiLaunchIndex,
    instanceType: machine,
    launchTime: instant(at),
    placement: { availabilityZone: zone, tenancy: "default" },
    monitoring: { state: "disabled" },
    ...place,
    architecture: "x86_64",
    rootDeviceType: "ebs",
    rootDeviceName: "/dev/xvda",
    blockDeviceMapping: {},
    virtualizationType: "hvm",
    hypervisor: "xen",
    ...(Object.keys(tags).length === 0 ? {} : { tagSet: { items: pairs(tags) } }),
    networkInterfaceSet: { items: [card] },
    ebsOptimized: true,
  };
}

import {
  CreateSecurityGroupCommand,
  DescribeInstancesCommand,
  EC2Client,
  type Instance,
  RunInstancesCommand,
} from "@aws-sdk/client-ec2";
import type { Clients } from "@tagledger/adapters/aws/inventory/clients";
import { given } from "../estate/maker.ts";
import { loggedTags, type Made, type Make, recordOf, specified, type Wish } from "./made.ts";

/** What moto takes for an image. */
export const IMAGE = "ami-12c6146b";
const KIND = "m5.large";

/** An instance with what hangs on it. */
export interface MadeInstance extends Made {
  readonly volumes: readonly string[];
  readonly groups: readonly string[];
}

/** An instance that runs, with a second volume and two security groups of its own. */
export const makeInstance: Make<MadeInstance> = async (clients, wish) => {
  const client = clients.of(EC2Client);
  const groups: string[] = [];
  for (const side of ["inside", "outside"]) {
    const GroupName = `${wish.name}-${side}`;
    const { GroupId } = await client.send(new CreateSecurityGroupCommand({ GroupName, Description: side }));
    groups.push(given(GroupId));
  }
  const { Instances } = await client.send(
    new RunInstancesCommand({
      ImageId: IMAGE,
      InstanceType: KIND,
      MinCount: 1,
      MaxCount: 1,
      SecurityGroupIds: groups,
      BlockDeviceMappings: [{ DeviceName: "/dev/sdb", Ebs: { VolumeSize: 8, VolumeType: "gp3" } }],
      ...specified("instance", wish.tags),
    }),
  );
  const id = given(Instances?.[0]?.InstanceId);
  // Its volumes are shown when it runs.
  const { Reservations } = await client.send(new DescribeInstancesCommand({ InstanceIds: [id] }));
  const instance = Reservations?.[0]?.Instances?.[0] ?? {};
  return { ...launched(clients, wish, instance), groups };
};

/** An instance that was launched, as the log tells of it. */
export function launched(clients: Clients, wish: Wish, instance: Instance): Omit<MadeInstance, "groups"> {
  const id = given(instance.InstanceId);
  const tags = loggedTags(wish.tags);
  const groupSet = {
    items: (instance.SecurityGroups ?? []).map(({ GroupId, GroupName }) => ({
      groupId: GroupId,
      groupName: GroupName,
    })),
  };
  const { NetworkInterfaces = [], BlockDeviceMappings = [], InstanceType, Placement } = instance;
  return {
    type: "ec2:instance",
    arn: `arn:aws:ec2:${clients.region}:${clients.account}:instance/${id}`,
    id,
    volumes: BlockDeviceMappings.map(({ Ebs }) => given(Ebs?.VolumeId)),
    record: recordOf(clients, wish, {
      service: "ec2",
      event: "RunInstances",
      request: {
        instancesSet: { items: [{ imageId: IMAGE, minCount: 1, maxCount: 1 }] },
        instanceType: InstanceType,
        groupSet,
        blockDeviceMapping: {},
        ...(tags.length === 0
          ? {}
          : { tagSpecificationSet: { items: [{ resourceType: "instance", tags }] } }),
      },
      response: {
        reservationId: "r-0123456789abcdef0",
        ownerId: clients.account,
        groupSet: {},
        instancesSet: {
          items: [
            {
              instanceId: id,
              imageId: IMAGE,
              instanceState: { code: 0, name: "pending" },
              instanceType: InstanceType,
              placement: { availabilityZone: Placement?.AvailabilityZone, tenancy: "default" },
              // The log leaves out the volumes.
              blockDeviceMapping: {},
              groupSet,
              networkInterfaceSet: {
                items: NetworkInterfaces.map(({ NetworkInterfaceId }) => ({
                  networkInterfaceId: NetworkInterfaceId,
                })),
              },
              ...(tags.length === 0 ? {} : { tagSet: { items: tags } }),
            },
          ],
        },
      },
    }),
  };
}

import {
  AutoScalingClient,
  CreateAutoScalingGroupCommand,
  DescribeAutoScalingGroupsCommand,
} from "@aws-sdk/client-auto-scaling";
import { CreateLaunchTemplateCommand, DescribeInstancesCommand, EC2Client } from "@aws-sdk/client-ec2";
import type { Clients } from "@tagledger/adapters/aws/inventory/clients";
import { given } from "../estate/maker.ts";
import { IMAGE, launched } from "./instance.ts";
import { type Made, type Make, recordOf, tagList, type Wish } from "./made.ts";

const SIZE = { MinSize: 1, MaxSize: 3, DesiredCapacity: 2 };
/** As Auto Scaling calls EC2. */
const BY_SCALING = { sourceIPAddress: "autoscaling.amazonaws.com", userAgent: "autoscaling.amazonaws.com" };

/** A group with those that it launched. */
export interface MadeScalingGroup extends Made {
  readonly members: readonly Made[];
}

/** A group of one to three instances, two of which run and carry the tags of the group. */
export const makeScalingGroup: Make<MadeScalingGroup> = async (clients, wish) => {
  const { name, tags } = wish;
  const own = { ResourceId: name, ResourceType: "auto-scaling-group", PropagateAtLaunch: true };
  await clients.of(EC2Client).send(
    new CreateLaunchTemplateCommand({
      LaunchTemplateName: name,
      LaunchTemplateData: { ImageId: IMAGE, InstanceType: "m5.large" },
    }),
  );
  const scaling = clients.of(AutoScalingClient);
  await scaling.send(
    new CreateAutoScalingGroupCommand({
      AutoScalingGroupName: name,
      LaunchTemplate: { LaunchTemplateName: name, Version: "$Latest" },
      AvailabilityZones: [`${clients.region}a`],
      Tags: tagList(tags).map((tag) => ({ ...tag, ...own })),
      ...SIZE,
    }),
  );
  const { AutoScalingGroups } = await scaling.send(
    new DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: [name] }),
  );
  const group = AutoScalingGroups?.[0];
  const ids = (group?.Instances ?? []).map(({ InstanceId }) => given(InstanceId));
  return {
    type: "autoscaling:autoScalingGroup",
    arn: given(group?.AutoScalingGroupARN),
    id: name,
    members: await membersOf(clients, wish, ids),
    record: recordOf(clients, wish, {
      service: "autoscaling",
      event: "CreateAutoScalingGroup",
      request: {
        autoScalingGroupName: name,
        launchTemplate: { launchTemplateName: name, version: "$Latest" },
        availabilityZones: [`${clients.region}a`],
        minSize: SIZE.MinSize,
        maxSize: SIZE.MaxSize,
        desiredCapacity: SIZE.DesiredCapacity,
        tags: Object.entries(tags).map(([key, value]) => ({
          key,
          value,
          resourceId: name,
          resourceType: "auto-scaling-group",
          propagateAtLaunch: true,
        })),
      },
      response: null,
    }),
  };
};

async function membersOf(clients: Clients, wish: Wish, InstanceIds: string[]): Promise<Made[]> {
  const { Reservations = [] } = await clients
    .of(EC2Client)
    .send(new DescribeInstancesCommand({ InstanceIds }));
  const tags = { ...wish.tags, "aws:autoscaling:groupName": wish.name };
  const theirs = { ...wish, tags, facts: BY_SCALING };
  return Reservations.flatMap(({ Instances = [] }) => Instances).map((instance) =>
    launched(clients, theirs, instance),
  );
}

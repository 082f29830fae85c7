import {
  AutoScalingClient,
  CreateAutoScalingGroupCommand,
  DescribeAutoScalingGroupsCommand,
} from "@aws-sdk/client-auto-scaling";
import {
  CreateLaunchTemplateCommand,
  DescribeSubnetsCommand,
  EC2Client,
  RunInstancesCommand,
} from "@aws-sdk/client-ec2";
import type { Clients } from "@tagledger/adapters/aws/inventory/clients";
import { IMAGE } from "./compute.ts";
import { given } from "./maker.ts";

/** Starts so many instances at once, and gives back their ids. */
export async function makeInstances(clients: Clients, count: number): Promise<string[]> {
  const { Instances = [] } = await clients
    .of(EC2Client)
    .send(new RunInstancesCommand({ ImageId: IMAGE, MinCount: count, MaxCount: count }));
  return Instances.map(({ InstanceId }) => given(InstanceId));
}

/** Makes an Auto Scaling group without instances, with a tag that it keeps for itself, and gives back its ARN. */
export async function makeGroup(clients: Clients, name: string): Promise<string> {
  const { Subnets } = await clients.of(EC2Client).send(new DescribeSubnetsCommand({}));
  const LaunchTemplateName = `${name}-template`;
  await clients.of(EC2Client).send(
    new CreateLaunchTemplateCommand({
      LaunchTemplateName,
      LaunchTemplateData: { ImageId: IMAGE, InstanceType: "t3.micro" },
    }),
  );
  const client = clients.of(AutoScalingClient);
  await client.send(
    new CreateAutoScalingGroupCommand({
      AutoScalingGroupName: name,
      LaunchTemplate: { LaunchTemplateName, Version: "1" },
      MinSize: 0,
      MaxSize: 0,
      VPCZoneIdentifier: given(Subnets?.[0]?.SubnetId),
      Tags: [
        { Key: "ml-team", Value: "vision", PropagateAtLaunch: false },
        { Key: "owner", Value: "ada", PropagateAtLaunch: false },
        { Key: "ml-tema", Value: "vision", PropagateAtLaunch: true },
      ],
    }),
  );
  const { AutoScalingGroups } = await client.send(
    new DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: [name] }),
  );
  return given(AutoScalingGroups?.[0]?.AutoScalingGroupARN);
}

import {
  AutoScalingClient,
  CreateAutoScalingGroupCommand,
  CreateLaunchConfigurationCommand,
  DeleteAutoScalingGroupCommand,
  DescribeAutoScalingGroupsCommand,
  SuspendProcessesCommand,
} from "@aws-sdk/client-auto-scaling";
import {
  CreateClusterCommand,
  CreateNodegroupCommand,
  DeleteNodegroupCommand,
  EKSClient,
} from "@aws-sdk/client-eks";
import type { Clients } from "@tagledger/adapters/aws/inventory/clients";
import { given, nameOf } from "../estate/maker.ts";
import { subnetOf } from "./instances.ts";
import type { Remedied } from "./remedied.ts";

const SUSPENDED = ["AZRebalance", "InstanceRefresh", "Launch", "ReplaceUnhealthy"];
/** What moto takes for an image. */
const IMAGE = "ami-12c6146b";

const removeGroup = (clients: Clients, arn: string) =>
  clients
    .of(AutoScalingClient)
    .send(new DeleteAutoScalingGroupCommand({ AutoScalingGroupName: nameOf(arn), ForceDelete: true }));

/** Groups that launch instances. */
export const groups: readonly Remedied[] = [
  {
    type: "autoscaling:autoScalingGroup",
    remedy: "autoscaling:suspend",
    make: async (clients, name) => {
      const arn = await makeGroup(clients, name);
      // Somebody has their reasons, and gets neither back what they suspended.
      const suspended = { AutoScalingGroupName: name, ScalingProcesses: ["Launch", "Terminate"] };
      await clients.of(AutoScalingClient).send(new SuspendProcessesCommand(suspended));
      return arn;
    },
    remove: removeGroup,
    state: null,
    before: { suspended: ["Launch"] },
    ours: { suspended: SUSPENDED },
  },
  {
    type: "autoscaling:autoScalingGroup",
    remedy: "autoscaling:empty-group",
    make: makeGroup,
    remove: removeGroup,
    state: null,
    before: { size: { minimum: 1, desired: 2 } },
    ours: { size: { minimum: 0, desired: 0 } },
  },
  {
    type: "eks:nodegroup",
    remedy: "eks:empty-nodegroup",
    async make(clients, name) {
      const client = clients.of(EKSClient);
      const roleArn = `arn:aws:iam::${clients.account}:role/eks`;
      await client.send(new CreateClusterCommand({ name, roleArn, resourcesVpcConfig: {} }));
      const { nodegroup } = await client.send(
        new CreateNodegroupCommand({
          clusterName: name,
          nodegroupName: "gpu",
          nodeRole: roleArn,
          subnets: [await subnetOf(clients)],
          scalingConfig: { minSize: 1, desiredSize: 2, maxSize: 4 },
        }),
      );
      return given(nodegroup?.nodegroupArn);
    },
    remove(clients, arn) {
      const [, clusterName, nodegroupName] = arn.split("/");
      return clients.of(EKSClient).send(new DeleteNodegroupCommand({ clusterName, nodegroupName }));
    },
    state: "ACTIVE",
    before: { size: { minimum: 1, desired: 2 } },
    ours: { size: { minimum: 0, desired: 0 } },
  },
];

/** Makes a group of two instances. */
export async function makeGroup(clients: Clients, AutoScalingGroupName: string): Promise<string> {
  const client = clients.of(AutoScalingClient);
  const LaunchConfigurationName = AutoScalingGroupName;
  await client.send(
    new CreateLaunchConfigurationCommand({
      LaunchConfigurationName,
      ImageId: IMAGE,
      InstanceType: "t3.micro",
    }),
  );
  await client.send(
    new CreateAutoScalingGroupCommand({
      AutoScalingGroupName,
      LaunchConfigurationName,
      MinSize: 1,
      DesiredCapacity: 2,
      MaxSize: 4,
      VPCZoneIdentifier: await subnetOf(clients),
    }),
  );
  const found = await client.send(
    new DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: [AutoScalingGroupName] }),
  );
  return given(found.AutoScalingGroups?.[0]?.AutoScalingGroupARN);
}

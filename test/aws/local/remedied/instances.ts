import {
  CancelSpotFleetRequestsCommand,
  DescribeInstancesCommand,
  DescribeSubnetsCommand,
  EC2Client,
  RequestSpotFleetCommand,
  RunInstancesCommand,
  type RunInstancesCommandInput,
  TerminateInstancesCommand,
} from "@aws-sdk/client-ec2";
import type { Clients } from "@tagledger/adapters/aws/inventory/clients";
import { given, nameOf } from "../estate/maker.ts";
import type { Remedied } from "./remedied.ts";

/** What moto takes for an image. */
const IMAGE = "ami-12c6146b";

/** What launches of EC2 make. */
export const instances: readonly Remedied[] = [
  {
    type: "ec2:instance",
    remedy: "ec2:stop",
    make: (clients) => makeInstance(clients),
    remove: (clients, arn) =>
      clients.of(EC2Client).send(new TerminateInstancesCommand({ InstanceIds: [nameOf(arn)] })),
    state: "running",
    before: { running: true },
    ours: { running: false },
  },
  {
    type: "ec2:spot-fleet-request",
    remedy: "ec2:empty-spot-fleet",
    async make(clients) {
      const { SpotFleetRequestId } = await clients.of(EC2Client).send(
        new RequestSpotFleetCommand({
          SpotFleetRequestConfig: {
            IamFleetRole: `arn:aws:iam::${clients.account}:role/fleet`,
            TargetCapacity: 2,
            AllocationStrategy: "lowestPrice",
            LaunchSpecifications: [
              { ImageId: IMAGE, InstanceType: "t3.micro", SubnetId: await subnetOf(clients) },
            ],
          },
        }),
      );
      return `arn:aws:ec2:${clients.region}:${clients.account}:spot-fleet-request/${given(SpotFleetRequestId)}`;
    },
    remove: (clients, arn) =>
      clients.of(EC2Client).send(
        new CancelSpotFleetRequestsCommand({
          SpotFleetRequestIds: [nameOf(arn)],
          TerminateInstances: true,
        }),
      ),
    state: "active",
    before: { target: { total: 2, onDemand: 0 } },
    ours: { target: { total: 0, onDemand: 0 } },
  },
];

/** Makes an instance. */
export async function makeInstance(
  clients: Clients,
  more: Partial<RunInstancesCommandInput> = {},
): Promise<string> {
  const once = { ImageId: IMAGE, MinCount: 1, MaxCount: 1, ...more };
  const { Instances } = await clients.of(EC2Client).send(new RunInstancesCommand(once));
  return arnOf(clients, given(Instances?.[0]?.InstanceId));
}

/** An instance of an Auto Scaling group. */
export async function memberOf(clients: Clients, group: string): Promise<string> {
  const { Reservations } = await clients.of(EC2Client).send(
    new DescribeInstancesCommand({
      Filters: [{ Name: "tag:aws:autoscaling:groupName", Values: [group] }],
    }),
  );
  return arnOf(clients, given(Reservations?.[0]?.Instances?.[0]?.InstanceId));
}

/** A subnet that is there from the start. */
export async function subnetOf(clients: Clients): Promise<string> {
  const { Subnets } = await clients.of(EC2Client).send(new DescribeSubnetsCommand({}));
  return given(Subnets?.[0]?.SubnetId);
}

function arnOf({ account, region }: Clients, id: string): string {
  return `arn:aws:ec2:${region}:${account}:instance/${id}`;
}

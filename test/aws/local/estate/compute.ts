import {
  CreateLaunchTemplateCommand,
  CreateNatGatewayCommand,
  CreateSubnetCommand,
  CreateVolumeCommand,
  CreateVpcCommand,
  DeleteLaunchTemplateCommand,
  DeleteNatGatewayCommand,
  DeleteVolumeCommand,
  EC2Client,
  type ResourceType,
  RunInstancesCommand,
  TerminateInstancesCommand,
} from "@aws-sdk/client-ec2";
import type { Clients } from "@tagledger/adapters/aws/inventory/clients";
import { given, type Maker, nameOf, TAG_LIST } from "./maker.ts";

/** What moto takes for an image. */
export const IMAGE = "ami-12c6146b";

export const compute: readonly Maker[] = [
  {
    type: "ec2:instance",
    async make(clients, _, isTagged) {
      const once = { ImageId: IMAGE, MinCount: 1, MaxCount: 1 };
      const { Instances } = await ec2(clients).send(
        new RunInstancesCommand({ ...once, ...tagged("instance", isTagged) }),
      );
      return arnOf(clients, "instance", Instances?.[0]?.InstanceId);
    },
    remove: (clients, arn) =>
      ec2(clients).send(new TerminateInstancesCommand({ InstanceIds: [nameOf(arn)] })),
  },
  {
    type: "ec2:volume",
    async make(clients, _, isTagged) {
      const { VolumeId } = await ec2(clients).send(
        new CreateVolumeCommand({
          AvailabilityZone: `${clients.region}a`,
          Size: 8,
          ...tagged("volume", isTagged),
        }),
      );
      return arnOf(clients, "volume", VolumeId);
    },
    remove: (clients, arn) => ec2(clients).send(new DeleteVolumeCommand({ VolumeId: nameOf(arn) })),
  },
  {
    type: "ec2:natgateway",
    async make(clients, _, isTagged) {
      const { Vpc } = await ec2(clients).send(new CreateVpcCommand({ CidrBlock: "10.0.0.0/16" }));
      const { Subnet } = await ec2(clients).send(
        new CreateSubnetCommand({ VpcId: Vpc?.VpcId, CidrBlock: "10.0.0.0/24" }),
      );
      const { NatGateway } = await ec2(clients).send(
        new CreateNatGatewayCommand({ SubnetId: Subnet?.SubnetId, ...tagged("natgateway", isTagged) }),
      );
      return arnOf(clients, "natgateway", NatGateway?.NatGatewayId);
    },
    remove: (clients, arn) => ec2(clients).send(new DeleteNatGatewayCommand({ NatGatewayId: nameOf(arn) })),
  },
  {
    // One that is asked for by ids, so that one that is gone fails the call for all.
    type: "ec2:launch-template",
    async make(clients, name, isTagged) {
      const { LaunchTemplate } = await ec2(clients).send(
        new CreateLaunchTemplateCommand({
          LaunchTemplateName: name,
          LaunchTemplateData: { InstanceType: "t3.micro" },
          ...tagged("launch-template", isTagged),
        }),
      );
      return arnOf(clients, "launch-template", LaunchTemplate?.LaunchTemplateId);
    },
    remove: (clients, arn) =>
      ec2(clients).send(new DeleteLaunchTemplateCommand({ LaunchTemplateId: nameOf(arn) })),
  },
];

function ec2(clients: Clients): EC2Client {
  return clients.of(EC2Client);
}

function tagged(type: string, isTagged: boolean) {
  const ResourceType = type as ResourceType;
  return isTagged ? { TagSpecifications: [{ ResourceType, Tags: TAG_LIST }] } : {};
}

function arnOf({ account, region }: Clients, type: string, id: string | undefined): string {
  return `arn:aws:ec2:${region}:${account}:${type}/${given(id)}`;
}

import {
  DescribeAddressesCommand,
  DescribeReservedInstancesCommand,
  type EC2Client,
  type Filter,
  paginateDescribeImages,
  paginateDescribeInstances,
  paginateDescribeNatGateways,
  paginateDescribeNetworkInterfaces,
  paginateDescribeSecurityGroups,
  paginateDescribeSnapshots,
  paginateDescribeSpotInstanceRequests,
  paginateDescribeSubnets,
  paginateDescribeVolumes,
  paginateDescribeVpcEndpoints,
  paginateDescribeVpcs,
} from "@aws-sdk/client-ec2";
import { described, type Ec2Kind, filtered, once } from "./kind.ts";
import { requestKinds } from "./request-kinds.ts";

/** What a call takes that has no pages. */
type Input = { Filters?: Filter[] };

/** The types whose state is known, each with the call that the catalog names. */
export const ec2Kinds: Readonly<Record<string, Ec2Kind>> = {
  "ec2:instance": filtered("instance-id", paginateDescribeInstances, ({ Reservations }) =>
    Reservations?.flatMap(({ Instances }) => Instances ?? []).map(({ InstanceId, Tags, State }) =>
      described(InstanceId, Tags, State?.Name),
    ),
  ),
  "ec2:volume": filtered("volume-id", paginateDescribeVolumes, ({ Volumes }) =>
    Volumes?.map(({ VolumeId, Tags, State }) => described(VolumeId, Tags, State)),
  ),
  "ec2:snapshot": filtered(
    "snapshot-id",
    // All that are public would be listed, too.
    (config, input) => paginateDescribeSnapshots(config, { ...input, OwnerIds: ["self"] }),
    ({ Snapshots }) => Snapshots?.map(({ SnapshotId, Tags }) => described(SnapshotId, Tags)),
  ),
  "ec2:image": filtered(
    "image-id",
    // One that is disabled is still there.
    (config, input) =>
      paginateDescribeImages(config, {
        ...input,
        Owners: ["self"],
        IncludeDeprecated: true,
        IncludeDisabled: true,
      }),
    ({ Images }) => Images?.map(({ ImageId, Tags, State }) => described(ImageId, Tags, State)),
  ),
  "ec2:natgateway": filtered(
    "nat-gateway-id",
    (config, { Filters }) =>
      paginateDescribeNatGateways(config, Filters === undefined ? {} : { Filter: Filters }),
    ({ NatGateways }) =>
      NatGateways?.map(({ NatGatewayId, Tags, State }) => described(NatGatewayId, Tags, State)),
  ),
  "ec2:elastic-ip": filtered(
    "allocation-id",
    ({ client }, input) => once(client.send(new DescribeAddressesCommand(input))),
    ({ Addresses }) => Addresses?.map(({ AllocationId, Tags }) => described(AllocationId, Tags)),
  ),
  "ec2:network-interface": filtered(
    "network-interface-id",
    paginateDescribeNetworkInterfaces,
    ({ NetworkInterfaces }) =>
      NetworkInterfaces?.map(({ NetworkInterfaceId, TagSet }) => described(NetworkInterfaceId, TagSet)),
  ),
  "ec2:vpc": filtered("vpc-id", paginateDescribeVpcs, ({ Vpcs }) =>
    Vpcs?.map(({ VpcId, Tags }) => described(VpcId, Tags)),
  ),
  "ec2:subnet": filtered("subnet-id", paginateDescribeSubnets, ({ Subnets }) =>
    Subnets?.map(({ SubnetId, Tags }) => described(SubnetId, Tags)),
  ),
  "ec2:security-group": filtered("group-id", paginateDescribeSecurityGroups, ({ SecurityGroups }) =>
    SecurityGroups?.map(({ GroupId, Tags }) => described(GroupId, Tags)),
  ),
  "ec2:vpc-endpoint": filtered("vpc-endpoint-id", paginateDescribeVpcEndpoints, ({ VpcEndpoints }) =>
    VpcEndpoints?.map(({ VpcEndpointId, Tags, State }) => described(VpcEndpointId, Tags, State)),
  ),
  "ec2:spot-instances-request": filtered(
    "spot-instance-request-id",
    paginateDescribeSpotInstanceRequests,
    ({ SpotInstanceRequests }) =>
      SpotInstanceRequests?.map(({ SpotInstanceRequestId, Tags, State }) =>
        described(SpotInstanceRequestId, Tags, State),
      ),
  ),
  "ec2:reserved-instances": filtered(
    "reserved-instances-id",
    ({ client }: { client: EC2Client }, input: Input) =>
      once(client.send(new DescribeReservedInstancesCommand(input))),
    ({ ReservedInstances }) =>
      ReservedInstances?.map(({ ReservedInstancesId, Tags }) => described(ReservedInstancesId, Tags)),
  ),
  ...requestKinds,
};

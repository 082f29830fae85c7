import { list, specifications, untaggable } from "../build.ts";
import { ec2TypeOf } from "../ec2-ids.ts";
import type { Path } from "../path.ts";
import type { ResourceFacts, Row, Service, TaggedFacts, Where } from "../row.ts";
import { instancePrice, listedVolumePrice, natGatewayPrice, volumePrice } from "./ec2-price.ts";

const ARN = "arn:{partition}:ec2:{region}:{account}:{type}/{id}";

/** Newer calls are logged with the names that the API uses; what wraps them is taken off before paths are followed. */
const TAGS = [
  specifications("request.tagSpecificationSet.items"),
  specifications("request.TagSpecification"),
];

const NAMED: TaggedFacts = {
  each: "request.resourcesSet.items",
  at: "item.resourceId",
  type: "ec2:any",
  implied: { typeOf: ec2TypeOf, template: ARN },
};

/** EC2, whose events name no ARNs: all are made of ids. */
export const ec2: Service = {
  source: "ec2.amazonaws.com",
  creations: [
    {
      event: "RunInstances",
      priority: 1,
      ...facts("instance", "item.instanceId", "response.instancesSet.items"),
      carried: list("item.tagSet"),
      within: [facts("network-interface", "item.networkInterfaceId", "item.networkInterfaceSet.items")],
      price: instancePrice,
    },
    one("CreateFleet", "fleet", "response.fleetId", 1),
    many(
      "RequestSpotInstances",
      "spot-instances-request",
      "spotInstanceRequestSet",
      "spotInstanceRequestId",
      1,
    ),
    {
      ...one("RequestSpotFleet", "spot-fleet-request", "response.spotFleetRequestId", 2),
      tags: [
        specifications("request.spotFleetRequestConfig.tagSpecificationSet.items"),
        specifications("request.SpotFleetRequestConfig.TagSpecification"),
      ],
    },
    one("CreateCapacityReservation", "capacity-reservation", inside("capacityReservation"), 1),
    one(
      "CreateCapacityReservationFleet",
      "capacity-reservation-fleet",
      "response.capacityReservationFleetId",
      1,
    ),
    one("PurchaseCapacityBlock", "capacity-reservation", inside("capacityReservation"), 1),
    { event: "AllocateHosts", priority: 2, ...facts("dedicated-host", "item", "response.hostIdSet.items") },
    one("PurchaseReservedInstancesOffering", "reserved-instances", "response.reservedInstancesId", 2),

    { ...one("CreateVolume", "volume", "response.volumeId", 1), price: volumePrice },
    { ...many("CopyVolumes", "volume", "volumeSet", "volumeId", 1), price: listedVolumePrice },
    one("CreateSnapshot", "snapshot", "response.snapshotId", 2),
    many("CreateSnapshots", "snapshot", "snapshotSet", "snapshotId", 2),
    one("CopySnapshot", "snapshot", "response.snapshotId", 3),
    one("ImportSnapshot", "import-snapshot-task", "response.importTaskId", 4),
    one("CreateImage", "image", "response.imageId", 2),
    one("CopyImage", "image", "response.imageId", 3),
    one("RegisterImage", "image", "response.imageId", 3),
    one("ImportImage", "import-image-task", "response.importTaskId", 4),
    one("CreateFpgaImage", "fpga-image", "response.fpgaImageId", 4),
    one("CreateInstanceExportTask", "export-instance-task", "response.exportTask.exportTaskId", 4),

    one("CreateLaunchTemplate", "launch-template", inside("launchTemplate"), 3),
    one(
      "CreatePlacementGroup",
      "placement-group",
      ["response.placementGroup.groupName", "request.groupName"],
      4,
    ),
    one("CreateKeyPair", "key-pair", ["response.keyPairId", "response.keyName"], 4),
    one("ImportKeyPair", "key-pair", ["response.keyPairId", "response.keyName"], 4),

    one("AllocateAddress", "elastic-ip", "response.allocationId", 3),
    { ...one("CreateNatGateway", "natgateway", inside("natGateway"), 2), price: natGatewayPrice },
    one("CreateNetworkInterface", "network-interface", inside("networkInterface"), 3),
    one("CreateVpc", "vpc", inside("vpc"), 3),
    one("CreateDefaultVpc", "vpc", inside("vpc"), 4),
    one("CreateSubnet", "subnet", inside("subnet"), 3),
    one("CreateDefaultSubnet", "subnet", inside("subnet"), 4),
    one("CreateSecurityGroup", "security-group", "response.groupId", 3),
    one("CreateInternetGateway", "internet-gateway", inside("internetGateway"), 4),
    one(
      "CreateEgressOnlyInternetGateway",
      "egress-only-internet-gateway",
      inside("egressOnlyInternetGateway"),
      4,
    ),
    one("CreateRouteTable", "route-table", inside("routeTable"), 4),
    one("CreateNetworkAcl", "network-acl", inside("networkAcl"), 4),
    one("CreateDhcpOptions", "dhcp-options", inside("dhcpOptions"), 4),
    one("CreateManagedPrefixList", "prefix-list", inside("prefixList"), 4),
    one("CreateVpcEndpoint", "vpc-endpoint", inside("vpcEndpoint"), 3),
    one(
      "CreateVpcEndpointServiceConfiguration",
      "vpc-endpoint-service",
      "response.serviceConfiguration.serviceId",
      4,
    ),
    one("CreateInstanceConnectEndpoint", "instance-connect-endpoint", inside("instanceConnectEndpoint"), 4),
    one("CreateVpcPeeringConnection", "vpc-peering-connection", inside("vpcPeeringConnection"), 4),
    one("CreateVpnGateway", "vpn-gateway", inside("vpnGateway"), 4),
    one("CreateVpnConnection", "vpn-connection", inside("vpnConnection"), 4),
    one("CreateCustomerGateway", "customer-gateway", inside("customerGateway"), 4),
    one("CreateClientVpnEndpoint", "client-vpn-endpoint", "response.clientVpnEndpointId", 4),
    one("CreateTransitGateway", "transit-gateway", inside("transitGateway"), 4),
    one(
      "CreateTransitGatewayRouteTable",
      "transit-gateway-route-table",
      inside("transitGatewayRouteTable"),
      4,
    ),
    one(
      "CreateTransitGatewayVpcAttachment",
      "transit-gateway-attachment",
      "response.transitGatewayVpcAttachment.transitGatewayAttachmentId",
      4,
    ),
    one(
      "CreateTransitGatewayPeeringAttachment",
      "transit-gateway-attachment",
      "response.transitGatewayPeeringAttachment.transitGatewayAttachmentId",
      4,
    ),
    { event: "CreateFlowLogs", priority: 4, ...facts("vpc-flow-log", "item", "response.flowLogIdSet.items") },
    one("CreateTrafficMirrorFilter", "traffic-mirror-filter", inside("trafficMirrorFilter"), 4),
    one("CreateTrafficMirrorFilterRule", "traffic-mirror-filter-rule", inside("trafficMirrorFilterRule"), 4),
    one("CreateTrafficMirrorSession", "traffic-mirror-session", inside("trafficMirrorSession"), 4),
    one("CreateTrafficMirrorTarget", "traffic-mirror-target", inside("trafficMirrorTarget"), 4),

    untaggable("CreateLaunchTemplateVersion", "ec2:launch-template-version", [
      "response.launchTemplateVersion.launchTemplateId",
    ]),
    untaggable("CreateRoute", "ec2:route", [
      "request.destinationCidrBlock",
      "request.destinationIpv6CidrBlock",
    ]),
    untaggable("CreateNetworkAclEntry", "ec2:network-acl-entry", "request.ruleNumber"),
    untaggable("CreateNetworkInterfacePermission", "ec2:network-interface-permission", [
      "response.interfacePermission.networkInterfacePermissionId",
    ]),
    untaggable("CreateSpotDatafeedSubscription", "ec2:spot-datafeed-subscription", "request.bucket"),
  ],
  taggings: [
    { event: "CreateTags", resources: [NAMED], sets: [list("request.tagSet"), list("request.tags")] },
    { event: "DeleteTags", resources: [NAMED], removes: ["request.tagSet"], removesAll: true },
  ],
  others: [
    "StartInstances",
    "MonitorInstances",
    "UnmonitorInstances",
    "ReportInstanceStatus",
    "BundleInstance",
  ],
};

function facts(type: string, id: Where, each?: Path): ResourceFacts {
  return { type: `ec2:${type}`, id, template: ARN, tags: TAGS, ...(each === undefined ? {} : { each }) };
}

function one(event: string, type: string, id: Where, priority: Row["priority"]): Row {
  return { event, priority, ...facts(type, id) };
}

function many(event: string, type: string, set: string, id: string, priority: Row["priority"]): Row {
  return { event, priority, ...facts(type, `item.${id}`, `response.${set}.items`) };
}

/** Where answers describe what was made: `vpc.vpcId`, `natGateway.natGatewayId`. */
function inside(name: string): Path {
  return `response.${name}.${name}Id`;
}

import { list, specifications, untaggable } from "../build.ts";
import { ec2TypeOf } from "../ec2-ids.ts";
import { itemsAt, type Path, type PathFunction, stepsOf, textReader } from "../path.ts";
import type { EndingRow, ResourceFacts, Row, Service, TaggedFacts, Where } from "../row.ts";
import { instancePrice, listedVolumePrice, natGatewayPrice, volumePrice } from "./ec2-price.ts";
import { ec2Tags, ec2Types } from "./ec2-types.ts";

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
    {
      ...one("CreatePlacementGroup", "placement-group", "response.placementGroup.groupId", 4),
      otherwise: byName("placement-group", ["response.placementGroup.groupName", "request.groupName"]),
    },
    {
      ...one("CreateKeyPair", "key-pair", "response.keyPairId", 4),
      otherwise: byName("key-pair", "response.keyName"),
    },
    {
      ...one("ImportKeyPair", "key-pair", "response.keyPairId", 4),
      otherwise: byName("key-pair", "response.keyName"),
    },

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
  endings: [
    {
      event: "TerminateInstances",
      resources: [{ ...kind("instance"), each: "request.instancesSet.items", at: "item.instanceId" }],
    },
    gone("DeleteVolume", "volume", "volumeId"),
    gone("DeleteSnapshot", "snapshot", "snapshotId"),
    gone("DeregisterImage", "image", "imageId"),
    gone("ReleaseAddress", "elastic-ip", "allocationId"),
    gone("DeleteNatGateway", "natgateway", "natGatewayId"),
    gone("DeleteNetworkInterface", "network-interface", "networkInterfaceId"),
    gone("DeleteSecurityGroup", "security-group", "groupId"),
    gone("DeleteVpc", "vpc", "vpcId"),
    gone("DeleteSubnet", "subnet", "subnetId"),
    gone("DeleteInternetGateway", "internet-gateway", "internetGatewayId"),
    gone("DeleteEgressOnlyInternetGateway", "egress-only-internet-gateway", "egressOnlyInternetGatewayId"),
    gone("DeleteRouteTable", "route-table", "routeTableId"),
    gone("DeleteNetworkAcl", "network-acl", "networkAclId"),
    gone("DeleteDhcpOptions", "dhcp-options", "dhcpOptionsId"),
    gone("DeleteManagedPrefixList", "prefix-list", "prefixListId"),
    gone("DeleteInstanceConnectEndpoint", "instance-connect-endpoint", "instanceConnectEndpointId"),
    gone("DeleteVpcPeeringConnection", "vpc-peering-connection", "vpcPeeringConnectionId"),
    gone("DeleteVpnGateway", "vpn-gateway", "vpnGatewayId"),
    gone("DeleteVpnConnection", "vpn-connection", "vpnConnectionId"),
    gone("DeleteCustomerGateway", "customer-gateway", "customerGatewayId"),
    gone("DeleteClientVpnEndpoint", "client-vpn-endpoint", "clientVpnEndpointId"),
    gone("DeleteTransitGateway", "transit-gateway", "transitGatewayId"),
    gone("DeleteTransitGatewayRouteTable", "transit-gateway-route-table", "transitGatewayRouteTableId"),
    gone("DeleteTransitGatewayVpcAttachment", "transit-gateway-attachment", "transitGatewayAttachmentId"),
    gone("DeleteTransitGatewayPeeringAttachment", "transit-gateway-attachment", "transitGatewayAttachmentId"),
    gone("DeleteTrafficMirrorFilter", "traffic-mirror-filter", "trafficMirrorFilterId"),
    gone("DeleteTrafficMirrorFilterRule", "traffic-mirror-filter-rule", "trafficMirrorFilterRuleId"),
    gone("DeleteTrafficMirrorSession", "traffic-mirror-session", "trafficMirrorSessionId"),
    gone("DeleteTrafficMirrorTarget", "traffic-mirror-target", "trafficMirrorTargetId"),
    gone("DeleteFpgaImage", "fpga-image", "fpgaImageId"),
    gone("CancelCapacityReservation", "capacity-reservation", "capacityReservationId"),
    {
      event: "DeleteLaunchTemplate",
      resources: [
        {
          ...kind("launch-template"),
          at: [
            "response.launchTemplate.launchTemplateId",
            "request.LaunchTemplateId",
            "request.launchTemplateId",
          ],
        },
      ],
    },
    {
      event: "DeleteKeyPair",
      resources: [
        { ...kind("key-pair"), at: ["response.keyPairId", "request.keyPairId", "request.keyName"] },
      ],
    },
    listed("DeleteFleets", "fleet", "response.successfulFleetDeletionSet.items", "item.fleetId"),
    listed(
      "CancelSpotFleetRequests",
      "spot-fleet-request",
      "response.successfulFleetRequestSet.items",
      "item.spotFleetRequestId",
    ),
    listed(
      "CancelSpotInstanceRequests",
      "spot-instances-request",
      "response.spotInstanceRequestSet.items",
      "item.spotInstanceRequestId",
    ),
    listed(
      "CancelCapacityReservationFleets",
      "capacity-reservation-fleet",
      "response.successfulFleetCancellationSet.items",
      "item.capacityReservationFleetId",
    ),
    listed("ReleaseHosts", "dedicated-host", "response.successful.items", "item"),
    {
      event: "DeleteVpcEndpoints",
      resources: severalGone("vpc-endpoint", "VpcEndpointId", "vpcEndpointIds"),
    },
    {
      event: "DeleteVpcEndpointServiceConfigurations",
      resources: severalGone("vpc-endpoint-service", "ServiceId", "serviceIds"),
    },
    { event: "DeleteFlowLogs", resources: severalGone("vpc-flow-log", "FlowLogId", "flowLogIds") },
  ],
  others: [
    "StartInstances",
    "MonitorInstances",
    "UnmonitorInstances",
    "ReportInstanceStatus",
    "BundleInstance",
  ],
  liveTags: ec2Tags,
  types: ec2Types,
};

function facts(type: string, id: Where, each?: Path): ResourceFacts {
  return { type: `ec2:${type}`, id, template: ARN, tags: TAGS, ...(each === undefined ? {} : { each }) };
}

function one(event: string, type: string, id: Where, priority: Row["priority"]): Row {
  return { event, priority, ...facts(type, id) };
}

/** Old answers hold no id, by which alone it can be tagged. */
function byName(type: string, name: Where): ResourceFacts {
  return { ...facts(type, name), taggedElsewhere: true };
}

function many(event: string, type: string, set: string, id: string, priority: Row["priority"]): Row {
  return { event, priority, ...facts(type, `item.${id}`, `response.${set}.items`) };
}

/** Where answers describe what was made: `vpc.vpcId`, `natGateway.natGatewayId`. */
function inside(name: string): Path {
  return `response.${name}.${name}Id`;
}

function kind(type: string): Pick<TaggedFacts, "type" | "template"> {
  return { type: `ec2:${type}`, template: ARN };
}

function gone(event: string, type: string, id: string): EndingRow {
  const capital = `${id.charAt(0).toUpperCase()}${id.slice(1)}`;
  const at: Path[] = [`request.${id}`, `request.${capital}`, `response.${id}`];
  return { event, resources: [{ ...kind(type), at }] };
}

function listed(event: string, type: string, each: Path, at: Path): EndingRow {
  return { event, resources: [{ ...kind(type), each, at }] };
}

/** These calls succeed though they delete but some of what they name; then nobody knows which. */
function severalGone(type: string, wrapped: string, list: string): TaggedFacts[] {
  const at = wholly(["item.content", "item"]);
  return [
    { ...kind(type), each: `request.${wrapped}`, at },
    { ...kind(type), each: `request.${list}.items`, at },
  ];
}

const FAILED = stepsOf("response.unsuccessful.items");

function wholly(where: Where): PathFunction {
  const read = textReader(where);
  return (view) => (itemsAt(view, FAILED).length === 0 ? read(view) : null);
}

/** What EC2 calls its types in ARNs, by the beginning of their ids. */
const TYPES: Readonly<Record<string, string>> = {
  i: "instance",
  vol: "volume",
  snap: "snapshot",
  ami: "image",
  eni: "network-interface",
  eipalloc: "elastic-ip",
  nat: "natgateway",
  vpc: "vpc",
  subnet: "subnet",
  sg: "security-group",
  sgr: "security-group-rule",
  igw: "internet-gateway",
  eigw: "egress-only-internet-gateway",
  rtb: "route-table",
  acl: "network-acl",
  dopt: "dhcp-options",
  pcx: "vpc-peering-connection",
  vpce: "vpc-endpoint",
  "vpce-svc": "vpc-endpoint-service",
  vgw: "vpn-gateway",
  vpn: "vpn-connection",
  cgw: "customer-gateway",
  "cvpn-endpoint": "client-vpn-endpoint",
  tgw: "transit-gateway",
  "tgw-attach": "transit-gateway-attachment",
  "tgw-rtb": "transit-gateway-route-table",
  lt: "launch-template",
  fl: "vpc-flow-log",
  fleet: "fleet",
  sir: "spot-instances-request",
  sfr: "spot-fleet-request",
  cr: "capacity-reservation",
  crf: "capacity-reservation-fleet",
  h: "dedicated-host",
  pg: "placement-group",
  pl: "prefix-list",
  key: "key-pair",
  eice: "instance-connect-endpoint",
  tmf: "traffic-mirror-filter",
  tmfr: "traffic-mirror-filter-rule",
  tms: "traffic-mirror-session",
  tmt: "traffic-mirror-target",
  afi: "fpga-image",
  "import-snap": "import-snapshot-task",
  "import-ami": "import-image-task",
  "export-i": "export-instance-task",
};

/** Ids that are no more than that, which only reserved instances have. */
const BARE = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/**
 * The type that an EC2 id implies by its beginning, or null where it implies none.
 *
 * @example ec2TypeOf("i-0123456789abcdef0") // "ec2:instance"
 */
export function ec2TypeOf(id: string): string | null {
  const type = TYPES[id.slice(0, id.lastIndexOf("-"))] ?? TYPES[id.slice(0, id.indexOf("-"))];
  if (type === undefined) return BARE.test(id) ? "ec2:reserved-instances" : null;
  return `ec2:${type}`;
}

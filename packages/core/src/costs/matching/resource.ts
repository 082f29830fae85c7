/** Where a bill saw a resource: what its bare identifiers are completed with. */
export interface ResourcePlace {
  readonly resource: string;
  readonly service: string;
  readonly account: string;
  readonly region: string;
}

const EC2_IDS: readonly (readonly [prefix: string, type: string])[] = [
  ["i-", "instance"],
  ["vol-", "volume"],
  ["snap-", "snapshot"],
  ["ami-", "image"],
  ["eni-", "network-interface"],
  ["eipalloc-", "elastic-ip"],
  ["nat-", "natgateway"],
  ["sg-", "security-group"],
  ["vpc-", "vpc"],
  ["vpce-", "vpc-endpoint"],
  ["subnet-", "subnet"],
  ["tgw-", "transit-gateway"],
  ["tgw-attach-", "transit-gateway-attachment"],
  ["vpn-", "vpn-connection"],
  ["cr-", "capacity-reservation"],
  ["h-", "dedicated-host"],
];
const EC2_ID = /^([a-z]+(?:-[a-z]+)?-)[0-9a-f]{8,17}$/;
const BUCKET_NAME = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** The AWS partition of a region. */
export function partitionOf(region: string): string {
  return region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}

/**
 * The identity that resources are compared by: bare bucket names and EC2 ids become ARNs with partition,
 * region and account, everything else stays as it is.
 *
 * @example canonicalResource({ resource: "my-data", service: "AmazonS3", account: "111122223333", region: "" })
 * // "arn:aws:s3:::my-data"
 */
export function canonicalResource({ resource, service, account, region }: ResourcePlace): string {
  if (resource === "" || resource.startsWith("arn:")) return resource;
  const partition = partitionOf(region);
  const prefix = EC2_ID.exec(resource)?.[1];
  const type = EC2_IDS.find(([each]) => each === prefix)?.[1];
  if (type !== undefined) return `arn:${partition}:ec2:${region}:${account}:${type}/${resource}`;
  if (service === "AmazonS3" && BUCKET_NAME.test(resource)) return `arn:${partition}:s3:::${resource}`;
  return resource;
}

/**
 * The resource type of an ARN as `service:type`, or an empty text where it has none.
 *
 * @example resourceType("arn:aws:ec2:eu-west-1:111122223333:instance/i-0abc1234") // "ec2:instance"
 */
export function resourceType(arn: string): string {
  const [scheme, , service = "", , , ...rest] = arn.split(":");
  if (scheme !== "arn" || rest.length === 0) return "";
  if (service === "s3") return "s3:bucket";
  if (rest.length > 1) return `${service}:${rest[0]}`;
  const path = rest[0] ?? "";
  if (!path.includes("/")) return BARE_TYPES[service] ?? "";
  return `${service}:${path.replace(/^\//, "").split("/")[0]}`;
}

/** Services whose ARNs name one type of resource without saying so. */
const BARE_TYPES: Readonly<Record<string, string>> = { sqs: "sqs:queue", sns: "sns:topic" };

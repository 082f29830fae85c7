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
const LONG_ID = /-[0-9a-f]{17}$/;
const S3 = new Set(["AmazonS3", "Amazon Simple Storage Service"]);
const BARE_IN_ARN = /^arn:[^:]*:(?:s3:::|ec2:[^:]*:[^:]*:[^/]*\/)([^/]+)$/;
const BUCKET_NAME = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** The AWS partition of a region. */
export function partitionOf(region: string): string {
  return region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}

/**
 * How an id and the ARN of the same resource both end; others may end so too.
 *
 * @example resourceEnd("arn:aws:ec2:eu-west-1:111122223333:instance/i-0abc1234") // "i-0abc1234"
 */
export function resourceEnd(resource: string): string {
  return /[^:/]*$/.exec(resource)?.[0] ?? "";
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
  // In a charge of S3 only an id of full length is one: snap-20260901 is a bucket there.
  const inS3 = S3.has(service) && !(type !== undefined && LONG_ID.test(resource));
  if (inS3) return BUCKET_NAME.test(resource) ? `arn:${partition}:s3:::${resource}` : resource;
  return type === undefined ? resource : `arn:${partition}:ec2:${region}:${account}:${type}/${resource}`;
}

/**
 * The ways in which a pattern may name a resource: as the bill does, as its ARN, or bare.
 *
 * @example resourceNames({ resource: "arn:aws:s3:::my-data", ... }) // ["arn:aws:s3:::my-data", "my-data"]
 */
export function resourceNames(place: ResourcePlace): readonly string[] {
  const canonical = canonicalResource(place);
  const bare = BARE_IN_ARN.exec(canonical)?.[1] ?? canonical;
  return [...new Set([place.resource, canonical, bare])];
}

/**
 * The resource type of an ARN as `service:type`, or an empty text where it has none.
 *
 * @example resourceType("arn:aws:ec2:eu-west-1:111122223333:instance/i-0abc1234") // "ec2:instance"
 */
export function resourceType(arn: string): string {
  const [scheme, , service = "", , account = "", ...rest] = arn.split(":");
  if (scheme !== "arn" || rest.length === 0) return "";
  const path = rest.join(":");
  if (service === "s3" && account === "") return path.includes("/") ? "s3:object" : "s3:bucket";
  const type = /^\/?([^/:]+)[/:]/.exec(path)?.[1];
  return type === undefined ? (BARE_TYPES.get(service) ?? "") : `${service}:${type}`;
}

/** Services whose ARNs name one type of resource without saying so. */
const BARE_TYPES: ReadonlyMap<string, string> = new Map([
  ["sqs", "sqs:queue"],
  ["sns", "sns:topic"],
]);

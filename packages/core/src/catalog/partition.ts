const PARTITIONS: readonly (readonly [prefix: string, partition: string])[] = [
  ["cn-", "aws-cn"],
  ["us-gov-", "aws-us-gov"],
  ["us-iso-", "aws-iso"],
  ["us-isob-", "aws-iso-b"],
  ["eu-isoe-", "aws-iso-e"],
  ["us-isof-", "aws-iso-f"],
  ["eusc-", "aws-eusc"],
];

/**
 * The partition that a region belongs to, as ARNs name it.
 *
 * @example partitionOf("cn-north-1") // "aws-cn"
 */
export function partitionOf(region: string | null): string {
  if (region === null) return "aws";
  for (const [prefix, partition] of PARTITIONS) if (region.startsWith(prefix)) return partition;
  return "aws";
}

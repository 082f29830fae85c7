/** One region, with the two prefixes that services put before their usage types. */
export interface Region {
  readonly code: string;
  readonly name: string;
  /** EC2, S3 and the other early services; empty in the first region. */
  readonly early: string;
  readonly prefix: string;
}

/** The regions that the company uses. */
export const REGIONS = {
  virginia: { code: "us-east-1", name: "US East (N. Virginia)", early: "", prefix: "USE1-" },
  ireland: { code: "eu-west-1", name: "EU (Ireland)", early: "EU-", prefix: "EUW1-" },
} satisfies Record<string, Region>;

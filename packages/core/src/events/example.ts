import type { OfResource } from "./of-resource.ts";

/** The resource of which the examples tell. */
export const EXAMPLE: OfResource = {
  resource: "arn:aws:ec2:eu-central-1:222233334444:instance/i-0123456789abcdef0",
  incarnation: "5b1f0c52-3c1e-4f0a-9a53-0d6c3c9f4b21",
  type: "ec2:instance",
  account: "222233334444",
  region: "eu-central-1",
  team: "fraud-detection",
  environment: "dev",
  rule: "enforcement.rules[1]",
  configuration: "9f2c1a7be0d34c55a1f6b8c2d3e4f5061728394a5b6c7d8e9f0a1b2c3d4e5f60",
  at: Date.UTC(2026, 8, 1, 12),
};

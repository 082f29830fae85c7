import { CostExplorerClient } from "@aws-sdk/client-cost-explorer";
import type { CostAllocationTags } from "@tagledger/core/ports/ingestion";
import { awsCostAllocationTags } from "./cost-allocation-tags.ts";

/** The cost allocation tags of whoever the SDK finds; billing answers in one region for all. */
export function openCostAllocationTags(): CostAllocationTags {
  return awsCostAllocationTags(new CostExplorerClient({ region: "us-east-1" }));
}

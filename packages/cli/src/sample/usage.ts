import type { Company } from "./company.ts";
import type { Random } from "./random.ts";
import { clusterUsage } from "./usage/clusters.ts";
import type { UsageRow } from "./usage/row.ts";
import { storeUsage } from "./usage/stores.ts";

/** What the company's meters say of its shared pools, day by day. */
export function createUsage(company: Company, random: Random): UsageRow[] {
  return [...clusterUsage(company, random.fork("clusters")), ...storeUsage(company, random.fork("stores"))];
}

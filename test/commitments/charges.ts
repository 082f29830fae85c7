import type { MemoryCharge } from "@tagledger/adapters/memory/bills";
import { loadConfig } from "@tagledger/core/config/load";
import { parseAmount } from "@tagledger/core/costs/money";
import fc from "fast-check";

/** One line of a bill with commitments; costs are decimals. */
export interface Line {
  readonly type: string;
  readonly effective: string;
  readonly list: string;
  readonly team?: string;
  readonly project?: string;
  readonly service?: string;
  readonly account?: string;
}

/** A line as a bill has it. */
export function chargeOf({
  type,
  effective,
  list,
  team = "",
  project = "",
  service = "AmazonEC2",
  account,
}: Line) {
  return {
    period: "2026-09",
    currency: "USD",
    start: Date.UTC(2026, 8, 1),
    account: account ?? "111122223333",
    region: "",
    service,
    serviceName: "",
    usageType: "",
    lineItemType: type,
    unusedCommitment: type === "SavingsPlanRecurringFee" || type === "RIFee",
    resource: "",
    principal: "",
    invoice: "",
    issuer: "",
    tags: { "user:ml-team": team, "user:ml-project": project },
    amounts: {
      effective: parseAmount(effective),
      billed: parseAmount(effective),
      contracted: parseAmount(effective),
      list: parseAmount(list),
    },
  } satisfies MemoryCharge;
}

/** Three teams and a pool for what nobody uses of commitments. */
export function configOf(commitments: "as-applied" | "pooled", pools: readonly object[] = []) {
  const document = {
    version: 1,
    teams: { red: {}, blue: {}, green: {} },
    scope: { accounts: ["111122223333"] },
    commitments,
    policies: { unusedCommitment: { pool: "commitments" } },
    pools: [...pools, { name: "commitments", method: "even" }],
  };
  return loadConfig(JSON.stringify(document), "tagledger.yaml").config;
}

const cost = fc
  .tuple(fc.integer({ min: 0, max: 90_000 }), fc.integer({ min: 0, max: 6 }))
  .map(([units, places]) => `${units}e-${places}`);

/** Lines of all kinds that commitments make, and some that they do not. */
export const lines: fc.Arbitrary<Line[]> = fc.array(
  fc.record({
    type: fc.constantFrom(
      "Usage",
      "SavingsPlanCoveredUsage",
      "SavingsPlanCoveredUsage",
      "DiscountedUsage",
      "SavingsPlanRecurringFee",
      "RIFee",
    ),
    effective: cost,
    list: cost,
    team: fc.constantFrom("red", "blue", "green", "nobody", ""),
    project: fc.constantFrom("chat", "search", ""),
    service: fc.constantFrom("AmazonEC2", "AmazonRDS", "AmazonSageMaker"),
    account: fc.constantFrom("111122223333", "111122223333", "999988887777"),
  }),
  { minLength: 1, maxLength: 30 },
);

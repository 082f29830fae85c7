import { type MemoryCharge, memoryBills } from "@tagledger/adapters/memory/bills";
import { nodeHash } from "@tagledger/adapters/node/hash";
import type { Config } from "@tagledger/core/config/definition";
import type { Dimension } from "@tagledger/core/config/definition/match";
import { loadConfig } from "@tagledger/core/config/load";
import { parseAmount } from "@tagledger/core/costs/money";
import { chargeNeeds } from "@tagledger/core/costs/query";
import { readUsage } from "@tagledger/core/costs/sharing/read-usage";
import type { UsageRow } from "@tagledger/core/costs/sharing/usage";
import { type Divided, divide as divideOpen } from "@tagledger/core/flows/divide";
import { report } from "@tagledger/core/flows/report";
import type { Report, Where } from "@tagledger/core/reports/report";
import fc from "fast-check";

const MONTH = Date.UTC(2026, 8, 1);
const HOUR = 3_600_000;

const amount = fc
  .tuple(fc.integer({ min: -50_000, max: 100_000 }), fc.integer({ min: 0, max: 20 }))
  .map(([units, places]) => parseAmount(`${units}e-${places}`));

const charge: fc.Arbitrary<MemoryCharge> = fc.record({
  period: fc.constant("2026-09"),
  currency: fc.constantFrom("USD", "USD", ""),
  start: fc.integer({ min: 0, max: 719 }).map((hour) => MONTH + hour * HOUR),
  account: fc.constantFrom("111111111111", "222222222222", "333333333333"),
  region: fc.constantFrom("eu-west-1", ""),
  service: fc.constantFrom("AmazonEC2", "AmazonS3", "AmazonEKS", "AWSSupportBusiness", ""),
  serviceName: fc.constant(""),
  usageType: fc.constantFrom("BoxUsage:p5.48xlarge", "TimedStorage-ByteHrs", ""),
  lineItemType: fc.constantFrom("Usage", "Usage", "Usage", "Tax", "Credit", "Refund", "EdpDiscount", "RIFee"),
  unusedCommitment: fc.boolean(),
  resource: fc.constantFrom("", "", "i-0abc12345678", "my-datalake", "vol-0abc12345678"),
  principal: fc.constantFrom("", "arn:aws:sts::111111111111:assumed-role/red-ml/ann"),
  invoice: fc.constantFrom("", "42"),
  issuer: fc.constant("AWS"),
  tags: fc.record(
    {
      "user:ml-team": fc.constantFrom("red", " RED", "blue", "nobody", "crimson", ""),
      "user:ml-project": fc.constantFrom("chat", "search"),
      "user:ml-environment": fc.constantFrom("dev", "Production"),
    },
    { requiredKeys: [] },
  ),
  amounts: fc.record({ effective: amount, billed: amount, contracted: amount, list: amount }),
});

const usageRow: fc.Arbitrary<UsageRow> = fc.record({
  start: fc.constantFrom(MONTH, MONTH - 48 * HOUR),
  end: fc.constantFrom(MONTH + HOUR, MONTH + 720 * HOUR),
  pool: fc.constantFrom("gpu", "lake"),
  team: fc.constantFrom("red", "Blue", "green", "capacity", "unowned:cron", "pool:lake", "pool:control"),
  metric: fc.constantFrom("use", "other"),
  quantity: fc.integer({ min: 0, max: 100 }).map((units) => parseAmount(String(units))),
  project: fc.constantFrom(null, "chat"),
  workload: fc.constant(null),
  environment: fc.constant(null),
  experiment: fc.constantFrom(null, "exp-0001"),
  place: fc.constant("usage.csv:2"),
});

const policy = fc.constantFrom("follow", { pool: "rest" }, { team: "green" }, null);

/** Configurations of three teams and four pools, with all methods and policies. */
export const configuration: fc.Arbitrary<Config> = fc
  .record({
    allocation: fc.constantFrom("step-down", "direct", "reciprocal"),
    policies: fc.record({
      tax: policy,
      credit: policy,
      refund: policy,
      discount: policy,
      support: policy,
      unusedCommitment: policy,
    }),
    accounts: fc.constantFrom(["*"], ["111111111111", "222222222222"]),
    includeTagged: fc.boolean(),
    idle: fc.constantFrom("share", "separate"),
    onMissingUsage: fc.constantFrom("hold", "even", "proportional", "previous"),
  })
  .map(({ allocation, policies, accounts, includeTagged, idle, onMissingUsage }) => {
    const document = {
      version: 1,
      allocation,
      teams: {
        red: {
          principals: ["arn:aws:iam::*:role/red-*"],
          aliases: [{ name: "crimson", until: "2026-09-10" }],
        },
        blue: { accounts: ["222222222222"] },
        green: {},
      },
      normalize: { aliases: { "ml-environment": { production: "prod" } } },
      scope: { accounts },
      assign: [
        { match: { service: "eks" }, set: { team: "green", workload: "inference" }, from: "2026-09-15" },
      ],
      policies: Object.fromEntries(Object.entries(policies).filter(([, each]) => each !== null)),
      pools: [
        {
          name: "gpu",
          match: { usageType: "*:p5.*" },
          includeTagged,
          method: "usage",
          metric: { use: 1, other: 3 },
          idle,
          onMissingUsage,
        },
        {
          name: "lake",
          match: { resource: "my-datalake" },
          method: "usage",
          metric: { use: 1 },
          onMissingUsage,
        },
        {
          name: "control",
          match: { service: "AmazonEKS" },
          method: "follow",
          of: ["gpu", "lake"],
          onMissingUsage,
        },
        { name: "rest", match: { account: "333333333333" }, method: "proportional", order: "last" },
      ],
    };
    return loadConfig(JSON.stringify(document), "tagledger.yaml").config;
  });

/** Charges of one month, of all kinds. */
export const bill: fc.Arbitrary<MemoryCharge[]> = fc.array(charge, { minLength: 1, maxLength: 30 });
/** Usage of two pools, some of it of the month before. */
export const usageRows: fc.Arbitrary<UsageRow[]> = fc.array(usageRow, { maxLength: 12 });

/** Divides a bill whole, as a snapshot is made of it. */
export async function divideWhole(
  charges: readonly MemoryCharge[],
  config: Config,
  rows: readonly UsageRow[],
): Promise<Divided & { readonly usage: readonly UsageRow[] }> {
  const usage = readUsage(rows, config);
  const bill = await memoryBills(charges).open([], { basis: "effective", needs: chargeNeeds(config) });
  const chosen = { period: "2026-09", currency: "USD", basis: "effective" } as const;
  return { usage, ...(await divideOpen({ hash: nodeHash }, { bill, config, usage, ...chosen })) };
}

/** Divides a bill as the `report` command does. */
export async function divide(
  charges: readonly MemoryCharge[],
  config: Config,
  usage: readonly UsageRow[],
  { groupBy = ["team"], where = {} }: { groupBy?: readonly Dimension[]; where?: Where } = {},
): Promise<Report> {
  const ports = { bills: memoryBills(charges), usage: { read: async () => usage }, hash: nodeHash };
  const request = {
    config,
    bill: [],
    usage: [],
    currency: "USD",
    basis: "effective",
    groupBy,
    where,
  } as const;
  return (await report(ports, request)).report;
}

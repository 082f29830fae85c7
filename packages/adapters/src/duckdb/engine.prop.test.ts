import { BASES } from "@tagledger/core/costs/charge";
import { OPTIONAL_FACTS } from "@tagledger/core/costs/query";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeFolder, type TestFolder } from "../testing/folder.ts";
import { curLine, type Line } from "../testing/lines.ts";
import { readBill } from "../testing/read.ts";
import { stagedGroups, stageFiles, summed } from "../testing/staged.ts";
import { writeCsv, writeParquet } from "../testing/write.ts";

let folder: TestFolder;
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => folder.remove());

const AMOUNTS = [
  "line_item_unblended_cost",
  "line_item_net_unblended_cost",
  "pricing_public_on_demand_cost",
  "savings_plan_savings_plan_effective_cost",
  "savings_plan_net_savings_plan_effective_cost",
  "savings_plan_total_commitment_to_date",
  "savings_plan_used_commitment",
  "reservation_effective_cost",
  "reservation_net_effective_cost",
  "reservation_unused_amortized_upfront_fee_for_billing_period",
  "reservation_net_unused_amortized_upfront_fee_for_billing_period",
  "reservation_unused_recurring_fee",
  "reservation_net_unused_recurring_fee",
];
const TYPES = [
  "Usage",
  "SavingsPlanCoveredUsage",
  "SavingsPlanRecurringFee",
  "SavingsPlanNegation",
  "SavingsPlanUpfrontFee",
  "DiscountedUsage",
  "RIFee",
  "Fee",
  "Refund",
  "Credit",
  "Tax",
  "EdpDiscount",
];
const ABSENT = ["", "NULL", "None"];

/** How amounts may stand in a file. */
const KINDS = {
  doubles: {
    type: "DOUBLE",
    value: fc
      .double({ min: -1e5, max: 1e5, noNaN: true })
      .filter((each) => each === 0 || Math.abs(each) > 1e-7)
      .map((each) => String(each)),
  },
  "doubles of few digits": {
    type: "DOUBLE",
    value: fc.integer({ min: -10_000, max: 10_000 }).map((each) => String(each / 1000)),
  },
  decimals: {
    type: "DECIMAL(18,9)",
    value: fc.integer({ min: -10_000, max: 10_000 }).map((each) => String(each / 1000)),
  },
  "wide decimals": {
    type: "DECIMAL(38,20)",
    value: fc.integer({ min: -10_000, max: 10_000 }).map((each) => String(each / 1000)),
  },
  texts: { type: "VARCHAR", value: fc.constantFrom("1e-7", "-3.25", "0.1", "7", "1E+3") },
  "values of CSV": { type: undefined, value: fc.constantFrom("1e-7", "-3.25", "0.1", "7", "1E+3") },
};

function lines(value: fc.Arbitrary<string>): fc.Arbitrary<Line[]> {
  const amounts = fc.record(Object.fromEntries(AMOUNTS.map((name) => [name, fc.option(value, { nil: "" })])));
  const texts = fc.record({
    bill_payer_account_id: fc.constantFrom("111122223333", "222233334444"),
    line_item_line_item_type: fc.constantFrom(...TYPES),
    line_item_operation: fc.constantFrom("RunInstances", "EKSPod-EC2", ...ABSENT),
    split_line_item_parent_resource_id: fc.constantFrom("i-1", ...ABSENT),
    line_item_product_code: fc.constantFrom("ComputeSavingsPlans", "AmazonEC2"),
    line_item_line_item_description: fc.constantFrom(
      "Refund for one-time fee for Savings Plan ID 1",
      "other",
      "",
    ),
    reservation_reservation_arn: fc.constantFrom(
      "arn:aws:ec2:eu-west-1:111122223333:reserved-instances/1",
      ...ABSENT,
    ),
    product_region_code: fc.constantFrom("eu-west-1", ...ABSENT),
    product_region: fc.constantFrom("EU", ""),
    resource_tags_user_ml_team: fc.constantFrom("vision", ...ABSENT),
    resource_tags_ml_team: fc.constantFrom("nlp", ""),
    line_item_usage_start_date: fc.constantFrom("2026-09-01T00:00:00Z", "2026-08-31T23:00:00Z", ""),
  });
  const line = fc.tuple(texts, amounts).map(([some, costs]) => curLine({ ...some, ...costs }));
  return fc.array(line, { minLength: 1, maxLength: 40 });
}

describe("cells of a Cost and Usage Report", () => {
  it.each(Object.entries(KINDS))(
    "with %s come to what a report reads, on every basis",
    (_, { type, value }) =>
      fc.assert(
        fc.asyncProperty(
          lines(value),
          fc.integer({ min: 1, max: 3 }),
          fc.record({ rows: fc.integer({ min: 4, max: 50 }), listed: fc.constantFrom(0, 100) }),
          async (all, count, { rows, listed }) => {
            const parts = Array.from({ length: count }, (_part, part) =>
              all.filter((_line, at) => at % count === part),
            );
            const types = Object.fromEntries(AMOUNTS.map((name) => [name, type ?? ""]));
            const write = (part: Line[], index: number) =>
              type === undefined
                ? writeCsv(folder.at(`${index}.csv`), part)
                : writeParquet(folder.at(`${index}.parquet`), part, types);
            const paths = await Promise.all(parts.filter(({ length }) => length > 0).map(write));
            const counted = all.some(
              ({ line_item_operation, split_line_item_parent_resource_id: parent = "" }) =>
                line_item_operation !== "EKSPod-EC2" && ABSENT.includes(parent),
            );
            fc.pre(counted);
            const needs = { facts: new Set(OPTIONAL_FACTS), tagKeys: ["ml-team"], instants: [] };
            const size = { rows, groups: 3 * rows, listed };
            const cells = await stageFiles(
              paths,
              async (staged, engine) => {
                const groups = BASES.map(async (basis) => summed(await stagedGroups(staged, engine, basis)));
                return { groups: await Promise.all(groups), lines: staged.lines };
              },
              { needs, engine: { size } },
            );
            const read = await Promise.all(
              BASES.map(async (basis) => summed((await readBill(paths, { basis })).groups)),
            );
            expect(cells.groups).toEqual(read);
          },
        ),
        { numRuns: 6 },
      ),
  );
});

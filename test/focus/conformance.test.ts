import { readFileSync } from "node:fs";
import { join } from "node:path";
import { renderFocus } from "@tagledger/core/reports/render/focus";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { bill, configuration, usageRows } from "../arbitrary/division.ts";
import { sharedFolder } from "../stacks/events/shared-folder.ts";
import { divided } from "./divided.ts";
import { readFocus } from "./read.ts";
import { broken } from "./validator/broken.ts";
import type { Dataset } from "./validator/checks.ts";
import type { Model } from "./validator/model.ts";
import { validate } from "./validator/validate.ts";

const folder = sharedFolder("data/bills");

/** Of what FOCUS lets a provider support, rows that sum over services, prices and regions tell only tags. */
const SUPPORTED = new Set(["TAGGING_SUPPORTED"]);

/** What a division of a bill cannot keep, each with the reason. */
const BY_NATURE = [
  // A row sums what is charged once, each month and by use.
  "CostAndUsage-D-027-O RECOMMENDED: ChargeFrequency is RECOMMENDED to be present in a FOCUS dataset.",
];

// Where the official rules are not beside the project, this is skipped and named as such.
describe.skipIf(folder === null)("by the 621 rules of FOCUS 1.2 in ../shared/data/bills", () => {
  let model: Model;
  let datasets: Dataset[];

  beforeAll(async () => {
    model = JSON.parse(readFileSync(join(folder ?? ".", "focus_validator_model-1.2.json"), "utf8"));
    const samples = fc.sample(fc.tuple(bill, configuration, usageRows), { numRuns: 40, seed: 12 });
    datasets = await Promise.all(
      samples.map(async ([charges, config, usage], at) => {
        const lacking = at % 4 === 0 ? (["contracted", "list"] as const) : [];
        return readFocus(renderFocus((await divided(charges, config, usage, { lacking })).source));
      }),
    );
  });

  test("rows break those alone that are listed with their reason", () => {
    for (const dataset of datasets) expect(broken(model, dataset, SUPPORTED)).toEqual(BY_NATURE);
  });

  test("every rule is asked, or it is known why not", () => {
    const all = datasets.map((dataset) => validate(model, dataset, SUPPORTED));
    const kinds: Record<string, number> = {};
    for (const id of Object.keys(model.ModelRules)) {
      const outcomes = all.map((each) => each.get(id));
      const asked = outcomes.some((outcome) => outcome?.kind === "asked" && outcome.rows > 0);
      const kind = asked ? "asked" : (outcomes[0]?.kind ?? "forgotten");
      kinds[kind] = (kinds[kind] ?? 0) + 1;
    }
    expect(kinds).toMatchInlineSnapshot(`
      {
        "allows": 13,
        "asked": 108,
        "composite": 58,
        "not-applicable": 350,
        "unseen": 92,
      }
    `);
  });

  test.each([
    ["BilledCost", null, "BilledCost-C-003-M"],
    ["BilledCost", "1/3", "BilledCost-C-001-M"],
    ["EffectiveCost", "1,000", "EffectiveCost-C-002-M"],
    ["BillingCurrency", "$", "BillingCurrency-C-003-M"],
    ["ChargePeriodStart", "2026-09-01", "ChargePeriodStart-C-002-M"],
    ["ChargeCategory", "Usage", "PricingQuantity-C-005-C"],
    ["ChargeClass", "Mistake", "ChargeClass-C-005-C"],
    ["ServiceCategory", "Shared", "ServiceCategory-C-003-M"],
    ["ServiceSubcategory", "Generative AI", "ServiceSubcategory-C-004-M"],
    ["ProviderName", "Somebody", "BilledCost-C-005-C"],
    ["Tags", "team=vision", "Tags-C-001-M"],
    ["PricingUnit", "Hours", "PricingUnit-C-005-C"],
  ])("a row whose %s is %j breaks %s", (column, value, rule) => {
    const dataset = datasets.find(({ rows }) => rows.some((row) => row.BilledCost !== "0"));
    expect(dataset).toBeDefined();
    if (dataset === undefined) return;
    const rows = dataset.rows.map((row) => ({ ...row, [column]: value }));
    const names = broken(model, { ...dataset, rows }, SUPPORTED).map((each) => each.split(" ")[0]);
    expect(names).toContain(rule);
  });

  test("a column that is left out breaks the rule that it must be there", () => {
    const [dataset] = datasets;
    const columns = new Set([...(dataset?.columns ?? [])].filter((name) => name !== "BilledCost"));
    const names = broken(model, { columns, rows: dataset?.rows ?? [] }, SUPPORTED);
    expect(names.map((each) => each.split(" ")[0])).toContain("CostAndUsage-D-006-M");
  });
});

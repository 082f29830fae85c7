import { writeFileSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { makeFolder } from "../../testing/folder.ts";
import { stageFiles } from "../../testing/staged.ts";

const folder = makeFolder();
afterAll(() => folder.remove());

const HEADER =
  "bill/BillingPeriodStartDate,bill/PayerAccountId,lineItem/UsageAccountId,lineItem/LineItemType,lineItem/UsageStartDate,lineItem/ProductCode,lineItem/CurrencyCode,lineItem/UnblendedCost,pricing/publicOnDemandCost";

function bill(name: string, ...costs: readonly string[]): string {
  const lines = costs.map(
    (cost) =>
      `2026-09-01T00:00:00Z,999988887777,111122223333,Usage,2026-09-02T00:00:00Z,AmazonEC2,USD,${cost}`,
  );
  const path = folder.at(name);
  writeFileSync(path, `${[HEADER, ...lines].join("\n")}\n`);
  return path;
}

test("a bill is taken in without the bases of an amount that cannot be read and that not every bill has", async () => {
  const notes: string[] = [];
  const tell = { progress: () => {}, note: (message: string) => void notes.push(message) };
  const path = bill("odd.csv", "1.25,2.5", "0.5,convertible");
  const bases = await stageFiles([path], async (staged) => staged.bases, { engine: { tell } });
  expect(bases).toEqual(["effective", "billed"]);
  expect(notes).toEqual([
    expect.stringMatching(/odd\.csv: line 3: pricing\/publicOnDemandCost is "convertible".*without it/),
  ]);
});

test("a bill with a cost that cannot be read is refused", async () => {
  const path = bill("wrong.csv", "1.25,2.5", "much,1");
  await expect(stageFiles([path], async () => null)).rejects.toMatchObject({
    code: "bad-input",
    message: expect.stringContaining('line 3: lineItem/UnblendedCost is "much"'),
  });
});

test("a bill of which nobody can read what it costs by list nor by contract is taken in without either", async () => {
  const path = folder.at("focus.csv");
  const header =
    "BillingAccountId,SubAccountId,BillingPeriodStart,ChargePeriodStart,ChargeCategory,BillingCurrency,BilledCost,EffectiveCost,ContractedCost,ListCost";
  const line = (contracted: string, list: string) =>
    `1,2,2026-09-01T00:00:00Z,2026-09-02T00:00:00Z,Usage,USD,1,2,${contracted},${list}`;
  writeFileSync(path, `${[header, line("odd", "1"), line("1", "odd")].join("\n")}\n`);
  expect(await stageFiles([path], async (staged) => staged.bases)).toEqual(["effective", "billed"]);
});

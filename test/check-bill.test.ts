import { memoryBills } from "@tagledger/adapters/memory/bills";
import { loadConfig } from "@tagledger/core/config/load";
import { checkBill } from "@tagledger/core/flows/check-bill";
import { expect, test } from "vitest";
import { chargeOf } from "./commitments/charges.ts";

function findings(currency: string) {
  const { config } = loadConfig(
    `version: 1\nteams: { vision: {} }\nbudgets: [{ match: {}, monthly: 1 }]\nreports: { currency: ${currency} }`,
    "tagledger.yaml",
  );
  const bills = memoryBills([chargeOf({ type: "Usage", effective: "1", list: "1" })]);
  return checkBill({ bills }, { config, bill: [] });
}

test("budgets in another currency than the bill are found, each at its place", async () => {
  expect(await findings("EUR")).toMatchObject([
    { path: ["budgets", 0], message: "it is in EUR and the bill in USD: they are not compared" },
  ]);
  expect(await findings("USD")).toEqual([]);
});

import { describe, expect, test } from "vitest";
import { formatAmount, sum } from "../money.ts";
import { chargesOf, configOf, type Line } from "../testing/attribution.ts";
import { Reconciliation } from "./reconcile.ts";

const LINES: readonly Line[] = [
  { lineItemType: "Usage", amount: "10.5", billed: "10.5", issuer: "AWS Inc.", invoice: "2" },
  { lineItemType: "SavingsPlanCoveredUsage", amount: "7", billed: "10", issuer: "AWS Inc.", invoice: "10" },
  { lineItemType: "SavingsPlanNegation", amount: "0", billed: "-10", issuer: "AWS Inc.", invoice: "10" },
  {
    lineItemType: "SavingsPlanRecurringFee",
    amount: "1.25",
    billed: "8.25",
    issuer: "AWS Inc.",
    invoice: "10",
  },
  { lineItemType: "Tax", amount: "1", billed: "1", issuer: "AWS EMEA", invoice: "2" },
  { lineItemType: "Usage", amount: "0.000000000000000000000001", billed: "0" },
  { lineItemType: "Refund", amount: "-2", billed: "-3" },
  { lineItemType: "Refund", amount: "-3", billed: "-2" },
];

function reconciled(lines: readonly Line[]): Reconciliation {
  const reconciliation = new Reconciliation();
  for (const charge of chargesOf(configOf(""), lines)) reconciliation.add(charge);
  return reconciliation;
}

describe("the reconciliation", () => {
  const reconciliation = reconciled(LINES);

  test("bridges from billed to the basis by line item type, without types that add nothing", () => {
    const bridge = reconciliation.bridge().map(({ type, amount }) => [type, formatAmount(amount)]);
    expect(bridge).toEqual([
      ["SavingsPlanCoveredUsage", "-3"],
      ["SavingsPlanNegation", "10"],
      ["SavingsPlanRecurringFee", "-7"],
      ["Usage", "0.000000000000000000000001"],
    ]);
  });

  test("has billed and bridge add up to the bill exactly", () => {
    const bridge = sum(reconciliation.bridge().map(({ amount }) => amount));
    expect(reconciliation.billed + bridge).toBe(reconciliation.total);
    expect(formatAmount(reconciliation.total)).toBe("14.750000000000000000000001");
  });

  test("has the billed cost of every invoice of every issuer, also what no invoice holds yet", () => {
    const invoices = reconciliation.invoices();
    expect(invoices.map(({ issuer, invoice, billed }) => [issuer, invoice, formatAmount(billed)])).toEqual([
      ["", "", "-5"],
      ["AWS EMEA", "2", "1"],
      ["AWS Inc.", "10", "8.25"],
      ["AWS Inc.", "2", "10.5"],
    ]);
    expect(sum(invoices.map(({ billed }) => billed))).toBe(reconciliation.billed);
  });

  test("is the same in whatever order charges come", () => {
    const reversed = reconciled(LINES.toReversed());
    expect(reversed.bridge()).toEqual(reconciliation.bridge());
    expect(reversed.invoices()).toEqual(reconciliation.invoices());
  });

  test("of nothing is nothing", () => {
    const { billed, total } = new Reconciliation();
    expect([billed, total]).toEqual([0n, 0n]);
    expect(new Reconciliation().bridge()).toEqual([]);
  });
});

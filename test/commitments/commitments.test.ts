import { memoryBills } from "@tagledger/adapters/memory/bills";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { badInput } from "@tagledger/core/errors";
import { report } from "@tagledger/core/flows/report";
import type { Bills } from "@tagledger/core/ports";
import { renderJson } from "@tagledger/core/reports/render/json";
import { renderText } from "@tagledger/core/reports/render/text";
import type { Report } from "@tagledger/core/reports/report";
import { expect, test } from "vitest";
import { divide } from "../arbitrary/division.ts";
import { chargeOf, configOf, type Line } from "./charges.ts";

/** Red got the better reservation, blue the worse; the cent that thirds leave over goes to the first by name. */
const LUCK: readonly Line[] = [
  { type: "DiscountedUsage", team: "red", effective: "60", list: "100" },
  { type: "DiscountedUsage", team: "blue", effective: "90", list: "100" },
  { type: "SavingsPlanCoveredUsage", team: "red", effective: "10", list: "10" },
  { type: "SavingsPlanCoveredUsage", team: "blue", effective: "0", list: "10" },
  { type: "SavingsPlanCoveredUsage", team: "green", effective: "0", list: "10" },
  { type: "SavingsPlanNegation", effective: "0", list: "0" },
  { type: "SavingsPlanRecurringFee", effective: "5", list: "0" },
  { type: "RIFee", effective: "4", list: "0" },
  { type: "Usage", team: "red", effective: "7", list: "8" },
];

function commitmentsOf(made: Report) {
  return JSON.parse(renderJson(made));
}

test("each team sees what it used, saved and bore, and whom it subsidised", async () => {
  const made = commitmentsOf(await divide(LUCK.map(chargeOf), configOf("as-applied"), []));
  expect(made.commitments).toEqual([
    { team: "blue", used: "90", onDemand: "110", saved: "20", unused: "3", subsidy: "11.66" },
    { team: "green", used: "0", onDemand: "10", saved: "10", unused: "3", subsidy: "-3.33" },
    { team: "red", used: "70", onDemand: "110", saved: "40", unused: "3", subsidy: "-8.33" },
  ]);
  expect(made).toMatchObject({ commitmentsPooled: false, commitmentsReason: null, totals: { bill: "176" } });
  expect(made.rows.map((row: { total: string }) => row.total)).toEqual(["93", "3", "80"]);
});

test("pooled, the same discount holds for all, and the bill is what it was", async () => {
  const made = commitmentsOf(await divide(LUCK.map(chargeOf), configOf("pooled"), []));
  expect(made.commitments[0].subsidy).toBe("11.66");
  expect(made).toMatchObject({ commitmentsPooled: true, totals: { bill: "176" } });
  expect(made.rows.map((row: { total: string }) => row.total)).toEqual(["81.34", "6.33", "88.33"]);
  expect(made.established).toEqual([{ by: "tag", amount: "167" }]);
});

test("what a pool uses of commitments is its teams', as it was divided", async () => {
  const pools = [
    { name: "db", match: { service: "AmazonRDS" }, method: "fixed", shares: { red: "0.3", blue: "0.7" } },
  ];
  const bill: Line[] = [
    { type: "DiscountedUsage", service: "AmazonRDS", effective: "50", list: "100" },
    { type: "DiscountedUsage", service: "AmazonRDS", team: "green", effective: "30", list: "100" },
  ];
  const made = commitmentsOf(await divide(bill.map(chargeOf), configOf("as-applied", pools), []));
  expect(made.commitments).toEqual([
    { team: "blue", used: "35", onDemand: "70", saved: "35", unused: "0", subsidy: "7" },
    { team: "green", used: "30", onDemand: "100", saved: "70", unused: "0", subsidy: "-10" },
    { team: "red", used: "15", onDemand: "30", saved: "15", unused: "0", subsidy: "3" },
  ]);
});

test("what one service or type of commitment costs evens out nothing of another", async () => {
  const bill: Line[] = [
    { type: "DiscountedUsage", service: "AmazonRDS", team: "red", effective: "50", list: "100" },
    { type: "DiscountedUsage", service: "AmazonEC2", team: "blue", effective: "90", list: "100" },
    { type: "SavingsPlanCoveredUsage", service: "AmazonEC2", team: "green", effective: "20", list: "100" },
  ];
  const made = commitmentsOf(await divide(bill.map(chargeOf), configOf("pooled"), []));
  expect(made.commitments.map(({ subsidy }: { subsidy: string }) => subsidy)).toEqual(["0", "0", "0"]);
});

test("of FOCUS, usage that a commitment covered is told by its type", async () => {
  const covered = (team: string, effective: string) => ({
    ...chargeOf({ type: "Usage", team, effective, list: "100" }),
    commitment: "Savings Plan",
  });
  const made = commitmentsOf(
    await divide([covered("red", "60"), covered("blue", "90")], configOf("as-applied"), []),
  );
  expect(made.commitments).toEqual([
    { team: "blue", used: "90", onDemand: "100", saved: "10", unused: "0", subsidy: "15" },
    { team: "red", used: "60", onDemand: "100", saved: "40", unused: "0", subsidy: "-15" },
  ]);
});

test("without list prices there is no subsidy, nothing is pooled, and both say why", async () => {
  const whole = memoryBills(LUCK.map(chargeOf));
  const bills: Bills = {
    open(paths, options) {
      if (options.basis === "list") throw badInput("the bill holds no list cost, only effective, billed");
      return whole.open(paths, options);
    },
  };
  const ports = { bills, usage: { read: async () => [] }, hash: nodeHash };
  const asked = { bill: [], usage: [], basis: "effective", groupBy: ["team"], where: {} } as const;
  const { report: made } = await report(ports, { ...asked, config: configOf("pooled") });
  const { report: applied } = await report(ports, { ...asked, config: configOf("as-applied") });
  expect(made.rows).toEqual(applied.rows);
  const json = commitmentsOf(made);
  expect(json).toMatchObject({
    commitmentsPooled: false,
    commitmentsReason: "the bill holds no list cost, only effective, billed",
  });
  expect(json.commitments[0]).toEqual({
    team: "blue",
    used: "90",
    onDemand: null,
    saved: null,
    unused: "3",
    subsidy: null,
  });
  expect(renderText(made)).toContain("nothing can be pooled: the bill holds no list cost");
});

test("a bill without commitments, and other bases, tell of none", async () => {
  const plain = await divide(
    [chargeOf({ type: "Usage", team: "red", effective: "1", list: "1" })],
    configOf("pooled"),
    [],
  );
  expect(plain.commitments).toBeUndefined();
  const ports = { bills: memoryBills(LUCK.map(chargeOf)), usage: { read: async () => [] }, hash: nodeHash };
  const asked = { bill: [], usage: [], basis: "billed", groupBy: [], where: {} } as const;
  expect((await report(ports, { ...asked, config: configOf("pooled") })).report.commitments).toBeUndefined();
});

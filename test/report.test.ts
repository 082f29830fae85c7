import { type MemoryCharge, memoryBills } from "@tagledger/adapters/memory/bills";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { defaultConfig } from "@tagledger/core/config/load";
import { report } from "@tagledger/core/flows/report";
import type { Bills } from "@tagledger/core/ports";
import { expect, test } from "vitest";

const CHARGE: MemoryCharge = {
  period: "2026-09",
  currency: "USD",
  start: Date.UTC(2026, 8, 1),
  account: "111122223333",
  region: "eu-west-1",
  service: "AmazonEC2",
  serviceName: "",
  usageType: "",
  lineItemType: "Usage",
  unusedCommitment: false,
  resource: "",
  principal: "",
  invoice: "",
  issuer: "AWS",
  tags: {},
  amounts: { effective: 1n, billed: 1n, contracted: 1n, list: 1n },
};

/** A bill that loses its last line between being opened and being read. */
function losing(bills: Bills): Bills {
  return {
    open: async (paths, options) => {
      const bill = await bills.open(paths, options);
      return {
        ...bill,
        close: () => bill.close(),
        async *charges(query) {
          for await (const groups of bill.charges(query)) yield groups.slice(0, -1);
        },
      };
    },
  };
}

function reportOf(bills: Bills) {
  const ports = { bills, usage: { read: async () => [] }, hash: nodeHash };
  const config = defaultConfig();
  return report(ports, { config, bill: [], usage: [], basis: "effective", groupBy: ["team"], where: {} });
}

test("a bill whose lines were all read is reported", async () => {
  const { report: whole } = await reportOf(memoryBills([CHARGE, CHARGE]));
  expect(whole.totals.bill).toBe(2n);
});

test("a line that was found but not read is an outside failure, never a smaller bill", async () => {
  await expect(reportOf(losing(memoryBills([CHARGE, CHARGE])))).rejects.toMatchObject({
    code: "outside-failure",
    fields: { expected: 2, read: 1 },
  });
});

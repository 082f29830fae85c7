import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { duckdbBills } from "@tagledger/adapters/duckdb/bills";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { fileUsage } from "@tagledger/adapters/usage/files/read";
import { loadConfig } from "@tagledger/core/config/load";
import { report } from "@tagledger/core/flows/report";
import { afterAll, expect, test } from "vitest";
import { makeCharges } from "./charge.ts";
import { RULES } from "./config.ts";
import { deliverCur2, deliverFocus, deliverLegacy } from "./deliver.ts";

const folder = mkdtempSync(join(tmpdir(), "tagledger-formats-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("a bill tells the same of every team in every format that AWS delivers", async () => {
  const { config } = loadConfig(RULES, "tagledger.yaml");
  const ports = { bills: duckdbBills(), usage: fileUsage(), hash: nodeHash };
  const reports = [];
  for (const deliver of [deliverLegacy, deliverCur2, deliverFocus]) {
    const manifest = await deliver(join(folder, deliver.name), makeCharges(2000));
    const request = {
      config,
      bill: [manifest],
      usage: [],
      basis: "effective",
      groupBy: ["team"],
      where: {},
    } as const;
    const made = (await report(ports, request)).report;
    reports.push({
      totals: made.totals,
      leaves: made.leaves,
      pools: made.pools,
      unallocated: made.unallocated,
    });
  }
  const [legacy, ...others] = reports;
  expect(legacy?.totals.direct).toBeGreaterThan(0n);
  expect(legacy?.totals.shared).toBeGreaterThan(0n);
  expect(legacy?.totals.unallocated).toBeGreaterThan(0n);
  for (const other of others) expect(other).toEqual(legacy);
});

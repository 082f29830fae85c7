import { expect, test } from "vitest";
import { makeCharges, PERIOD } from "../bills/charge.ts";
import { RULES } from "../bills/config.ts";
import { deliverFocus } from "../bills/deliver.ts";
import { billingAccountFor } from "./local/billing-account.ts";

const CONFIG = `${RULES}bills: [{ s3: s3://billing/exports }]\n`;
const PUBLISHED = JSON.stringify({
  source: "tagledger",
  "detail-type": "BillPublished",
  detail: { period: PERIOD },
});

const makeAccount = billingAccountFor("allocate");

test("a bundled function divides the months of bills that are read, and each version once", async () => {
  const account = await makeAccount(CONFIG);
  for (const [run, salt] of [
    ["run-1", 0],
    ["run-2", 3],
  ] as const) {
    const told = await account.bucket.deliver(deliverFocus, makeCharges(80, salt), { run });
    await account.other("on-bill-delivered", [told]);
    const { results, output } = await account.tested([PUBLISHED, PUBLISHED, '{"allocate":"open","back":1}']);
    expect(results, output).toEqual(Array.from({ length: 3 }, () => ({ batchItemFailures: [] })));
  }
  const { snapshots } = account.stores;
  const state = await snapshots.state(PERIOD, "effective");
  expect(state.snapshots).toHaveLength(2);
  const newest = await snapshots.read(state.snapshots.at(-1)?.id ?? "");
  expect(newest?.report.reconciliation.difference).toBe(0n);
  account.close();
});
